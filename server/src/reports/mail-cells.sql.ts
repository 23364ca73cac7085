import { sql } from 'kysely';
import { factOf, type BounceClass, type FeedbackFacts } from '@tabiji/shared/sending/feedback.ts';
import type { Day } from '@tabiji/shared/time/day.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import type { MessageState } from '../db/tables/mail.ts';
import { dayAsked, isArchivedIn, isAskedIn, type AskedIn } from './asked-in.sql.ts';
import type { Span } from './span.sql.ts';

/** Where mails are counted: one mail of one journey, by the date on which they were asked for. */
export interface Spot {
  journeyId: number;
  node: string;
  template: string;
  day: Day;
}

/** As many mails of which the same is known. */
export interface MailCell extends Spot {
  n: number;
  state: MessageState | 'waiting';
  because: string;
  /** Handed over to the mailbox of this application. */
  own: boolean;
  facts: FeedbackFacts;
  bounce: BounceClass | null;
  goal: boolean;
}

/**
 * Every mail of a report exactly once, gathered by what is known of it: from the archive and from what still waits,
 * with the feedback and the endings of passages. One statement, whatever is asked.
 * @param span of the archived ones among them
 */
export async function mailCells(trx: Trx, here: Here, asked: AskedIn, span: Span | null): Promise<MailCell[]> {
  const day = dayAsked(here, asked);
  const near = sql`workspace_id = ${here.id} and message_id between ${span?.ids.least ?? 0} and ${span?.ids.most ?? 0}`;
  const { rows } = await sql<MailCell>`
    with mail as (
      select m.journey_id, m.node, m.template, m.day, m.state, m.because, m.own,
             f.facts, b.class as bounce, e.id is not null as goal
        from (select *, ${day} as day, provider = 'letters' as own from message where ${isArchivedIn(here, asked)}) m
        left join (select message_id, facts from feedback_state where ${near}) f
          on f.message_id = m.id and m.state = 'sent'
        left join (
          select distinct on (message_id) message_id, class from feedback where ${near} and kind = 'bounced'
           order by message_id, class is distinct from 'hard', class is distinct from 'sender') b
          on b.message_id = m.id and f.facts & ${factOf('bounced')} <> 0
        left join enrollment e on e.workspace_id = ${here.id} and e.id = m.enrollment_id and e.exit_reason = 'goal'
                              and m.state = 'sent' and m.at <= e.ended_at
       union all
      select journey_id, node, template, ${day}, 'waiting', null, false, null, null, false
        from outbox where ${isAskedIn(here, asked)})
    select journey_id as "journeyId", node, template, day, state,
           case when state in ('sent', 'waiting') then '' else coalesce(substring(because from '^[a-z_]+'), '') end as because,
           own, coalesce(facts, 0) as facts, bounce, goal, count(*)::int as n
      from mail group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`.execute(trx);
  return rows;
}

import { type RawBuilder, sql } from 'kysely';
import type { ReportPeople, ReportPeopleQuery, TOLD } from '@tabiji/shared/api/reports.ts';
import { factOf, type FeedbackKind } from '@tabiji/shared/sending/feedback.ts';
import { nameOf } from '../customers/pages.sql.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import { isArchivedIn } from './asked-in.sql.ts';
import { SIGNS } from './figures.ts';
import { spanOf } from './span.sql.ts';

/** Whose mails a figure of a report counts, the newest mail first. */
export async function reportPeople(trx: Trx, here: Here, query: ReportPeopleQuery): Promise<ReportPeople> {
  const { state, because, told, after, limit } = query;
  const span = told === undefined ? null : await spanOf(trx, here, query);
  const { rows } = await sql<Row>`
    with mail as (
      select m.* from (select * from message where ${isArchivedIn(here, query)}) m
        left join feedback_state f on f.workspace_id = ${here.id} and f.message_id = m.id
                                  and f.message_id between ${span?.ids.least ?? 0} and ${span?.ids.most ?? 0}
       where ${after === undefined ? sql`true` : sql`m.id < ${after}`}
         and ${state === undefined ? sql`true` : sql`m.state = ${state}`}
         and ${because === undefined ? sql`true` : sql`coalesce(substring(m.because from '^[a-z_]+'), '') = ${because}`}
         and ${told === undefined ? sql`true` : sql`m.state = 'sent' and ${isTold[told]}`}
       order by m.id desc limit ${limit + 1})
    select m.id as "messageId", m.customer_id as "customerId", c.external_id, c.last_name, c.first_name,
           m.journey_id as "journeyId", j.name as journey, coalesce(t.name, m.template) as template, m.at, m.state, m.because,
           (select detail from feedback where workspace_id = ${here.id} and message_id = m.id and kind = 'bounced'
             order by class is distinct from 'hard' limit 1) as detail
      from mail m
      left join customer c on c.workspace_id = ${here.id} and c.id = m.customer_id
      join journey j on j.workspace_id = ${here.id} and j.id = m.journey_id
      left join template t on t.workspace_id = ${here.id} and t.key = m.template
     order by m.id desc`.execute(trx);
  const page = rows.slice(0, limit);
  return {
    people: page.map(({ external_id, last_name, first_name, at, ...row }) => ({
      ...row,
      customer: nameOf({ last_name, first_name }) || external_id,
      at: at.toISOString(),
    })),
    next: rows.length > limit ? String(page.at(-1)!.messageId) : null,
  };
}

type Row = Omit<ReportPeople['people'][number], 'customer' | 'at'> & {
  at: Date;
  external_id: string | null;
  last_name: string | null;
  first_name: string | null;
};

/** Not true of a mail of which nothing was heard, and so strict that such mails need not be looked at. */
const any = (...kinds: FeedbackKind[]): RawBuilder<boolean> =>
  sql<boolean>`f.facts & ${kinds.reduce((all, kind) => all | factOf(kind), 0)}::int <> 0`;
const hasBounced = sql<boolean>`(${any('bounced')} and f.facts & ${factOf('complained')}::int = 0)`;
const hasSign = sql<boolean>`(m.provider = 'letters' or ${any(...SIGNS)})`;

/** As `figuresOf` counts them. */
const isTold: Record<(typeof TOLD)[number], RawBuilder<boolean>> = {
  bounced: hasBounced,
  reached: sql`(${hasBounced} is not true and ${hasSign})`,
  untold: sql`(${hasBounced} is not true and ${hasSign} is not true)`,
  opened: any('opened'),
  clicked: any('clicked'),
  complained: any('complained'),
};

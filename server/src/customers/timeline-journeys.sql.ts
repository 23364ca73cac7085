import { sql } from 'kysely';
import type { TimelineEntry } from '@tabiji/shared/api/customers.ts';
import { stateOf, type FeedbackFacts } from '@tabiji/shared/sending/feedback.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import type { Hold } from '../db/tables/mail.ts';
import type { Window } from './timeline-facts.sql.ts';

/** What journeys did with the customer: entries, passes, messages, exits. */
export async function journeyEntries(trx: Trx, here: Here, window: Window): Promise<TimelineEntry[]> {
  return [
    ...(await passages(trx, here, window)),
    ...(await passes(trx, here, window)),
    ...(await messages(trx, here, window)),
  ];
}

async function passages(trx: Trx, here: Here, { customerId, before, limit }: Window): Promise<TimelineEntry[]> {
  const { rows } = await sql<{
    id: number;
    journeyId: number;
    journey: string;
    at: Date;
    kind: 'entered' | 'exit';
    reason: string;
  }>`
    select id, "journeyId", journey, at, kind, reason from (
      select e.id, e.journey_id as "journeyId", j.name as journey, e.entered_at as at, 'entered' as kind, '' as reason
        from entry n join enrollment e on e.workspace_id = n.workspace_id and e.id = n.enrollment_id
        join journey j on j.workspace_id = e.workspace_id and j.id = e.journey_id
       where n.workspace_id = ${here.id} and n.customer_id = ${customerId}
      union all
      select e.id, e.journey_id, j.name, e.ended_at, 'exit', coalesce(e.exit_reason, '')
        from entry n join enrollment e on e.workspace_id = n.workspace_id and e.id = n.enrollment_id
        join journey j on j.workspace_id = e.workspace_id and j.id = e.journey_id
       where n.workspace_id = ${here.id} and n.customer_id = ${customerId} and e.ended_at is not null) p
     where at < ${before}::timestamptz order by at desc, id desc limit ${limit}`.execute(trx);
  return rows.map(({ kind, reason, ...row }) =>
    kind === 'exit' ? { kind, reason, ...row, at: row.at.toISOString() } : { kind, ...row, at: row.at.toISOString() },
  );
}

interface NodeNames {
  [node: string]: { type: string; name?: string } | undefined;
}

async function passes(trx: Trx, here: Here, { customerId, before, limit }: Window): Promise<TimelineEntry[]> {
  const { rows } = await sql<{
    id: number;
    journeyId: number;
    journey: string;
    at: Date;
    nodes: NodeNames;
    steps: [node: string, outcome: string, name: string | null, until?: number][];
  }>`
    select e.id, e.journey_id as "journeyId", j.name as journey, d.at, v.graph -> 'nodes' as nodes, d.steps
      from entry n
      join enrollment e on e.workspace_id = n.workspace_id and e.id = n.enrollment_id
      join diary d on d.workspace_id = e.workspace_id and d.enrollment_id = e.id
      join journey j on j.workspace_id = e.workspace_id and j.id = e.journey_id
      join journey_version v on v.workspace_id = e.workspace_id and v.journey_id = e.journey_id and v.version = e.version
     where n.workspace_id = ${here.id} and n.customer_id = ${customerId} and d.at < ${before}::timestamptz
     order by d.at desc, d.visit desc limit ${limit}`.execute(trx);
  return rows.map(({ nodes, steps, at, ...row }) => ({
    kind: 'pass',
    ...row,
    at: at.toISOString(),
    steps: steps.map(([node, outcome, port, until]) => ({
      node,
      name: nodes[node]?.name ?? null,
      type: nodes[node]?.type ?? '',
      outcome,
      port,
      until: until === undefined ? null : new Date(until).toISOString(),
    })),
  }));
}

async function messages(trx: Trx, here: Here, { customerId, before, limit }: Window): Promise<TimelineEntry[]> {
  const { rows } = await sql<{
    id: number;
    journeyId: number;
    journey: string;
    at: Date;
    template: string;
    subject: string | null;
    state: string;
    because: string | null;
    holds: Hold[] | null;
    letterId: number | null;
    facts: FeedbackFacts | null;
  }>`
    select m.id, m.journey_id as "journeyId", j.name as journey, m.at, coalesce(t.name, m.template) as template, m.subject, m.state,
           m.because, m.holds, l.id as "letterId", f.facts
      from message m
      join journey j on j.workspace_id = m.workspace_id and j.id = m.journey_id
      left join template t on t.workspace_id = m.workspace_id and t.key = m.template
      left join letter l on l.workspace_id = m.workspace_id and l.key = m.key
      left join feedback_state f on f.workspace_id = m.workspace_id and f.message_id = m.id and m.state = 'sent'
     where m.workspace_id = ${here.id} and m.customer_id = ${customerId} and m.at < ${before}::timestamptz
     order by m.at desc, m.id desc limit ${limit}`.execute(trx);
  return rows.map(({ holds, facts, ...row }) => ({
    kind: 'message',
    ...row,
    at: row.at.toISOString(),
    feedback: stateOf(facts ?? 0),
    holds: (holds ?? []).map(([since, why, until]) => ({ since, why, until })),
  }));
}

/** Letters that are held until an instant, with the reason. */
export async function heldEntries(trx: Trx, here: Here, customerId: number): Promise<TimelineEntry[]> {
  const { rows } = await sql<Omit<Extract<TimelineEntry, { kind: 'planned' }>, 'kind' | 'at'> & { at: Date }>`
    select e.id, e.journey_id as "journeyId", j.name as journey, o.hold_until as at, o.node, o.holds -> -1 ->> 1 as held,
           v.graph -> 'nodes' -> o.node ->> 'name' as "nodeName", v.graph -> 'nodes' -> o.node ->> 'type' as "nodeType"
      from entry n
      join enrollment e on e.workspace_id = n.workspace_id and e.id = n.enrollment_id
      join outbox o on o.workspace_id = e.workspace_id and o.enrollment_id = e.id and o.visit = e.visit
      join journey j on j.workspace_id = e.workspace_id and j.id = e.journey_id
      join journey_version v on v.workspace_id = e.workspace_id and v.journey_id = e.journey_id and v.version = e.version
     where n.workspace_id = ${here.id} and n.customer_id = ${customerId} and o.hold_until < 'infinity'`.execute(trx);
  return rows.map((row) => ({ kind: 'planned', ...row, at: row.at.toISOString() }));
}

import type { Query } from './world-database.ts';

/**
 * What must hold in every workspace at every moment between transactions, each as a query that finds the exceptions:
 * passes are written once and without gaps, counters equal the rows they count, nobody rests for nothing.
 */
const RULES: Record<string, string> = {
  'every pass is in the diary exactly once': `
    select enrollment_id, visit from diary group by 1, 2 having count(*) <> 1`,
  'the diary has no gaps': `
    select e.id, e.visit, count(d.visit) as passes
      from enrollment e left join diary d on d.enrollment_id = e.id
     group by e.id, e.visit
    having count(d.visit) < e.visit or count(d.visit) > e.visit or max(d.visit) >= e.visit`,
  'who rests for nothing has ended, is parked, listens, is held, or has a letter or other work under way': `
    select id, node from enrollment e
     where ended_at is null and error is null and due_at is null and not listens and held_due is null
       and not exists (select from outbox o where o.enrollment_id = e.id and o.visit = e.visit)
       and not exists (select from effect f where f.enrollment_id = e.id and f.visit = e.visit)`,
  'no letter waits for an enrollment that is not there for it': `
    select o.id from outbox o left join enrollment e on e.id = o.enrollment_id
     where o.status = 'queued' and (e.id is null or e.ended_at is not null or e.visit <> o.visit)`,
  'letters in the mailbox are the messages that were sent': `
    select m.id, l.id as letter
      from (select * from message where state = 'sent' and provider = 'letters') m full join
           (select * from letter where journey_id is not null) l on l.key = m.key
     where m.id is null or l.id is null`,
  'the same letter is never two messages': `
    select key from message group by key having count(*) > 1`,
  'the count of entries, passages, exits and letters is the number of rows': `
    with counted as (
      select journey_id, version, kind, node, name, sum(n)::int as n
        from (select journey_id, version, kind, node, name, n from journey_delta
              union all select journey_id, version, kind, node, name, n from journey_total) c group by 1, 2, 3, 4, 5),
    passage as (
      select e.journey_id, e.version, s.step ->> 0 as node, s.step ->> 1 as outcome, s.step ->> 2 as name,
             coalesce(v.graph -> 'nodes' -> (s.step ->> 0) -> 'next' ->> (s.step ->> 2),
                      case when s.step ->> 2 = 'again' then v.graph -> 'nodes' -> (s.step ->> 0) -> 'config' ->> 'to' end) as target
        from enrollment e
        join diary d on d.enrollment_id = e.id
        cross join lateral json_array_elements(d.steps) as s(step)
        join journey_version v on v.journey_id = e.journey_id and v.version = e.version),
    wanted as (
      select e.journey_id, e.version, 'entered' as kind, v.graph ->> 'start' as node, '' as name
        from enrollment e join journey_version v on v.journey_id = e.journey_id and v.version = e.version
      union all select journey_id, version, 'entered', target, '' from passage where outcome = 'leave' and target is not null
      union all select journey_id, version, 'left', node, name from passage where outcome = 'leave'
      union all select journey_id, version, 'exit', node, exit_reason from enrollment where ended_at is not null
      union all select journey_id, version, 'sent', node, template from message where state = 'sent'
      union all select journey_id, version, 'unsent', node, state || ':' || coalesce(substring(because from '^[a-z_]+'), '')
                  from message where state in ('skipped', 'failed') or state = 'unknown' and provider <> ''
      union all select distinct on (e.id, m.node) e.journey_id, e.version, 'goal', m.node, m.template
                  from enrollment e join message m on m.enrollment_id = e.id
                 where e.exit_reason = 'goal' and m.state = 'sent' and m.at <= e.ended_at),
    rows as (select journey_id, version, kind, node, name, count(*)::int as n from wanted group by 1, 2, 3, 4, 5)
    select * from (select * from counted where kind not in ('moved', 'clicked')) counted full join rows using (journey_id, version, kind, node, name)
     -- a mail in flight when its passage met the goal is in the archive afterwards, but did not help to meet it
     where case kind when 'goal' then coalesce(counted.n, 0) > coalesce(rows.n, 0) else counted.n is distinct from rows.n end
       -- who was inside at a publish has passes by more than one version, and the diary does not say by which
       and journey_id in (select journey_id from journey_version group by 1 having count(*) = 1)`,
  'who stands at a node is who came, less those who went, ended or were moved': `
    with counted as (
      select journey_id, version, node, sum(case when kind in ('left', 'exit') then -n else n end)::int as n
        from (select journey_id, version, kind, node, n from journey_delta
              union all select journey_id, version, kind, node, n from journey_total) c
       where kind in ('entered', 'left', 'exit', 'moved') and node <> '' group by 1, 2, 3),
    rows as (
      select journey_id, version, node, count(*)::int as n from enrollment where ended_at is null group by 1, 2, 3)
    select * from counted full join rows using (journey_id, version, node)
     where coalesce(counted.n, 0) <> coalesce(rows.n, 0)`,
};

/** Checks the books of a whole database. @throws Error naming the rule and the first rows that break it */
export async function checkBooks(query: Query): Promise<void> {
  for (const [rule, exceptions] of Object.entries(RULES)) {
    const rows = await query(exceptions);
    if (rows.length === 0) continue;
    throw new Error(`${rule}: ${rows.length} exception(s), first ${JSON.stringify(rows.slice(0, 3))}`);
  }
}

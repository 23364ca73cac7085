import { exit, journey, mail, node } from '../../support/build.ts';
import { asOwner } from '../frame/durable-postgres.ts';

export const WORKSPACE = 1;

/** The month that is asked for; mails are spread over it and the months before. */
export const MONTH = { from: '2026-03-01', to: '2026-03-31' };

const PLAIN = JSON.stringify(
  journey({ on: { on: 'event', event: 'visited' } }, ...Array.from({ length: 5 }, (_, i) => mail(`mail-${i}`))),
);
const GRAPH = JSON.stringify(
  journey(
    { on: { on: 'event', event: 'visited' } },
    node('holdout', { percent: 5, salt: 's' }, { in: [], out: [exit('out')] }),
    node(
      'experiment',
      {
        arms: ['a', 'b'].map((port) => ({ port, weight: 50 })),
        goal: { orders: 'count', op: 'gte', value: 1, since: 'entered' },
        within: 'P14D',
        salt: 's',
      },
      { a: [], b: [] },
    ),
    ...Array.from({ length: 5 }, (_, i) => mail(`mail-${i}`)),
  ),
);

/**
 * A live shop whose journeys have sent so many mails in so many months up to the end of MONTH: twenty journeys of five
 * mails, of which nine in ten went, most were told to have arrived, one in 25 was clicked, and one in 40 ended in an order.
 * One passage in twenty was kept out for comparison, and two of the journeys have an experiment.
 */
export async function fillWithMails(url: string, { mails, months }: { mails: number; months: number }): Promise<void> {
  const customers = Math.ceil(mails / 20);
  const passages = Math.ceil(mails / 5);
  // Mails of a passage lie 2,000 mails of other passages apart.
  const passage = '((n / 10000) * 2000 + n % 2000)';
  await asOwner(
    url,
    `
    insert into workspace (name, kind, time_zone, provider, sender_name, sender_address, created_at, rules)
    values ('Bench', 'live', 'Asia/Tokyo', 'resend', 'Bench', 'hello@tabiji.example', now(), '{"holdout": 0.05}');
    do $$ begin for i in 0..${months} loop
      execute format('create table if not exists message_b%s partition of message for values from (%L) to (%L)', i,
        timestamptz '2026-04-01 00:00+00' - make_interval(months => i + 1), timestamptz '2026-04-01 00:00+00' - make_interval(months => i));
    end loop; end $$;
    insert into customer (workspace_id, id, external_id, email, created_at, updated_at)
    select 1, c, 'c' || c, 'c' || c || '@example.com', now(), now() from generate_series(1, ${customers}) c;
    insert into journey (workspace_id, name, draft, created_at, updated_at, version, status)
    select 1, 'Journey ' || j, '{}', now(), now(), 1, 'live' from generate_series(1, 20) j;
    insert into journey_version (workspace_id, journey_id, version, graph, published_at)
    select 1, j, 1, case when j < 3 then '${GRAPH}' else '${PLAIN}' end::jsonb, now() from generate_series(1, 20) j;
    insert into message (workspace_id, id, customer_id, enrollment_id, journey_id, version, at, received_at, asked_at, state,
                         node, template, template_version, key, provider, subject, provider_id, because)
    select 1, n, 1 + (${passage}::bigint * 7919) % ${customers}, ${passage}, 1 + ${passage} / 7 % 20, 1, w.at, w.at,
           w.at - interval '2 minutes', s.state, 'mail-' || n / 2000 % 5, 'mail-' || n / 2000 % 5, 1, '1.' || n, 'resend', 'お届けから二週間、いかがですか', 'e' || n,
           case s.state when 'skipped' then case n % 3 when 0 then 'unsubscribed: 2026-01-01' else 'no_address' end end
      from generate_series(1, ${mails}) n,
           lateral (select timestamptz '2026-04-01 00:00+09' - make_interval(months => ${months})
             + (timestamptz '2026-04-01 00:00+09' - (timestamptz '2026-04-01 00:00+09' - make_interval(months => ${months}))) * (n::float8 / (${mails} + 1)) as at) w,
           lateral (select case when n % 10 = 3 then 'skipped' else 'sent' end as state) s;
    insert into feedback_state (workspace_id, message_id, customer_id, facts)
    select 1, id, customer_id, 2 + case when id % 25 = 1 then 8 else 0 end + case when id % 200 = 7 then 16 else 0 end
      from message where state = 'sent' and id % 20 <> 0;
    insert into feedback (workspace_id, message_id, customer_id, at, received_at, kind, source, key, class)
    select 1, m.id, customer_id, at + interval '1 minute', at, k.kind, 'resend', k.kind || m.id,
           case when k.kind = 'bounced' then 'hard' end
      from message m, lateral (select 'delivered' as kind where m.id % 20 <> 0
                               union all select 'clicked' where m.id % 25 = 1 union all select 'bounced' where m.id % 200 = 7) k
     where state = 'sent' order by m.id;
    insert into shop_order (workspace_id, id, customer_id, at, received_at, amount, counted, external_id)
    select 1, id, customer_id, at + interval '1 day', at, 5500, true, 'o' || id from message where id % 40 = 1 order by id;
    insert into enrollment (workspace_id, id, customer_id, entered_at, entered_arrival, ended_at, journey_id, version, shard, node, exit_reason)
    select 1, n, 1 + (n::bigint * 7919) % ${customers}, timestamptz '2026-04-01 00:00+09' - make_interval(months => ${months})
             + ((n / 2000) * 10000 + n % 2000)::float8 / (${mails} + 1) * make_interval(months => ${months}), n,
           timestamptz '2026-04-01 00:00+09', 1 + n / 7 % 20, 1, n % 8, 'end',
           case when n * 7919::bigint % ${customers} % 20 = 9 then 'holdout' when n % 30 = 0 then 'goal' else 'completed' end from generate_series(0, ${passages}) n;
    insert into choice (workspace_id, customer_id, enrollment_id, arrival, at, journey_id, version, met, node, port)
    select 1, customer_id, id, 1, entered_at, journey_id, 1, id % 9 = 0, c.node, c.port
      from enrollment, lateral (values ('holdout1', case when customer_id % 20 = 10 then 'out' else 'in' end),
                                       ('experiment1', case when id % 40 < 20 then 'a' else 'b' end)) as c(node, port)
     where journey_id < 3 on conflict do nothing;
    insert into journey_day (workspace_id, journey_id, version, day, n, kind, node, name)
    select 1, j, 1, (date '2026-04-01' - date '1970-01-01') - d, 9, 'entered', 'start', '' from generate_series(1, 20) j, generate_series(1, 300) d;
    insert into consent (workspace_id, customer_id, at, real_at, subscribed, topic, source)
    select 1, customer_id, at + interval '1 hour', at, false, 'news', 'one_click' from message where id % 500 = 1`,
  );
  await asOwner(
    url,
    'vacuum analyze message, feedback, feedback_state, shop_order, enrollment, choice, consent, customer, journey_day',
  );
}

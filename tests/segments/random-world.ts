import type { Trx } from '@tabiji/server/db/database.ts';
import type { CpmSettings } from '@tabiji/shared/cpm/settings.ts';
import type { Json } from '@tabiji/shared/json.ts';
import { localDate } from '@tabiji/shared/time.ts';
import fc from 'fast-check';
import { sql } from 'kysely';
import {
  ATTRIBUTES,
  EVENTS,
  FEEDBACK,
  instants,
  PROPERTIES,
  SEGMENTS,
  TEMPLATES,
  values,
  type Stand,
} from './random-conditions.ts';

const ZONES = ['Asia/Tokyo', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'UTC'];
/** Ends of months, and the nights on which clocks change. */
const NOWS = [
  '2026-03-01T03:30:00Z',
  '2026-03-31T14:59:59.999Z',
  '2024-02-29T12:00:00Z',
  '2026-03-08T07:00:00Z',
  '2026-04-08T06:30:00Z',
  '2026-11-01T05:30:00Z',
  '2026-12-01T06:30:00Z',
  '2026-10-25T01:30:00Z',
  '2026-04-05T15:00:00Z',
  '2026-07-15T12:34:56.789Z',
].map((text) => Date.parse(text));

/** Ranks that part a crowd of few and small orders. */
export const LADDER: CpmSettings = {
  lapsesAfter: 30,
  ranks: [
    { key: 'loyal', name: { ja: '優良', en: 'Loyal' }, orders: 2, tenure: 20, amount: 3000 },
    { key: 'steady', name: { ja: 'こつこつ', en: 'Steady' }, orders: 2, tenure: 1, tenureBelow: 60, amountBelow: 3000 },
    { key: 'growing', name: { ja: 'よちよち', en: 'Growing' }, orders: 2 },
    { key: 'first', name: { ja: '初回', en: 'First' } },
  ],
};

export const stands: fc.Arbitrary<Stand> = fc.record({
  now: fc.constantFrom(...NOWS),
  zone: fc.constantFrom(...ZONES),
});

const record = (names: readonly string[], stand: Stand): fc.Arbitrary<Record<string, Json>> =>
  fc.array(fc.tuple(fc.constantFrom(...names), values(stand)), { maxLength: 3 }).map(Object.fromEntries<Json>);

const people = (stand: Stand) =>
  fc.record({
    attributes: record(ATTRIBUTES, stand),
    email: fc.constantFrom('gold@example.com', '5', null),
    lastName: fc.constantFrom('山田', 'gold', null, ''),
    kana: fc.constantFrom('ハナコ', null),
    locale: fc.constantFrom('ja', 'en', null),
    timeZone: fc.constantFrom(null, 'Pacific/Apia'),
    orders: fc.array(
      fc.record({
        at: instants(stand),
        amount: fc.constantFrom(0, 5, 10, 3000),
        refunded: fc.constantFrom(0, 0, 5),
        counted: fc.boolean(),
        items: fc.array(record(PROPERTIES, stand), { maxLength: 2 }),
      }),
      { maxLength: 4 },
    ),
    events: fc.array(
      fc.oneof(
        {
          weight: 2,
          arbitrary: fc.record({
            at: instants(stand),
            name: fc.constantFrom(...EVENTS),
            properties: record(PROPERTIES, stand),
          }),
        },
        fc.record({
          at: instants(stand),
          name: fc.constantFrom(...FEEDBACK),
          properties: fc.record({ template: fc.constantFrom<Json>(...TEMPLATES, 5) }, { requiredKeys: [] }),
        }),
      ),
      { maxLength: 4 },
    ),
    messages: fc.array(
      fc.record({
        at: instants(stand),
        template: fc.constantFrom(...TEMPLATES),
        state: fc.constantFrom('sent', 'skipped'),
      }),
      { maxLength: 2 },
    ),
    segments: fc.subarray(SEGMENTS),
  });

type Person = ReturnType<typeof people> extends fc.Arbitrary<infer T> ? T : never;

/** A crowd whose facts lie where conditions turn. */
export const crowd = (stand: Stand, size: number, seed: number): Person[] =>
  fc.sample(people(stand), { numRuns: size, seed });

/** Writes a crowd into an empty workspace; ids count from 1. */
export async function settle(trx: Trx, workspace: number, crowd: readonly Person[], zone: string): Promise<void> {
  const rows = JSON.stringify(
    crowd.map((person, i) => {
      const counted = person.orders.filter((order) => order.counted);
      const times = counted.map(({ at }) => at);
      const instant = (at: number) => (times.length > 0 ? new Date(at).toISOString() : null);
      return {
        ...person,
        id: i + 1,
        order_count: counted.length,
        order_days: new Set(times.map((at) => localDate(at, zone))).size,
        order_amount: counted.reduce((sum, { amount, refunded }) => sum + amount - refunded, 0),
        first: instant(Math.min(...times)),
        last: instant(Math.max(...times)),
      };
    }),
  );
  const each = (list: string) =>
    sql`jsonb_array_elements(${rows}::jsonb) p, jsonb_array_elements(p -> ${list}::text) x`;
  const at = sql`to_timestamp((x ->> 'at')::numeric / 1000)`;
  const base = sql`${workspace}::int, nextval('fact_number'), (p ->> 'id')::bigint, ${at}, now()`;
  await sql`
    insert into customer (workspace_id, id, external_id, created_at, updated_at, email, last_name, first_name_kana, locale,
                          time_zone, attributes, order_count, order_days, order_amount, first_order_at, last_order_at)
    select ${workspace}::int, (p ->> 'id')::bigint, 'c' || (p ->> 'id'), now(), now(), p ->> 'email', p ->> 'lastName',
           p ->> 'kana', p ->> 'locale', p ->> 'timeZone', p -> 'attributes', (p ->> 'order_count')::int, (p ->> 'order_days')::int,
           (p ->> 'order_amount')::bigint, (p ->> 'first')::timestamptz, (p ->> 'last')::timestamptz
      from jsonb_array_elements(${rows}::jsonb) p`.execute(trx);
  await sql`
    insert into shop_order (workspace_id, id, customer_id, at, received_at, external_id, amount, refunded, counted, items)
    select ${base}, gen_random_uuid(), (x ->> 'amount')::bigint, (x ->> 'refunded')::bigint, (x ->> 'counted')::boolean,
           x -> 'items' from ${each('orders')}`.execute(trx);
  await sql`
    insert into event (workspace_id, id, customer_id, at, received_at, name, properties)
    select ${base}, x ->> 'name', x -> 'properties' from ${each('events')}`.execute(trx);
  await sql`
    insert into message (workspace_id, id, customer_id, at, received_at, enrollment_id, journey_id, version, state, node,
                         template, key, provider)
    select ${base}, 1, 1, 1, x ->> 'state', 'n5', x ->> 'template', gen_random_uuid(), 'letters'
      from ${each('messages')}`.execute(trx);
  await sql`
    insert into segment (workspace_id, key, name, condition, updated_at)
    select ${workspace}::int, key, key, '{"all":[]}', now() from unnest(${SEGMENTS}::text[]) key`.execute(trx);
  await sql`
    insert into segment_member (workspace_id, customer_id, segment_id, since)
    select ${workspace}::int, (p ->> 'id')::bigint, s.id, now()
      from ${each('segments')} join segment s on s.workspace_id = ${workspace}::int and s.key = x #>> '{}'`.execute(
    trx,
  );
}

import type {
  Condition,
  EventCondition,
  MessageCondition,
  OrdersCondition,
  PropertyTest,
  Since,
} from '@tabiji/shared/conditions/condition.ts';
import { isAggregate } from '@tabiji/shared/conditions/evaluate.ts';
import { MESSAGE_EVENTS } from '@tabiji/shared/conditions/message-events.ts';
import type { Today } from '@tabiji/shared/conditions/operators.ts';
import { sql, type RawBuilder } from 'kysely';
import { cpmTest, type CpmContext } from './cpm-test.sql.ts';
import { dateTest, instantIn, numberTest, type Test } from './number-tests.sql.ts';
import { windowOf } from './spans.ts';
import { valueTest } from './value-tests.sql.ts';

/** A condition as SQL over `customer c`: what must be joined to it, and what is true of those who meet it. */
export interface ConditionSql {
  joins: RawBuilder<unknown>;
  met: Test;
}

/** Basic data are attributes too, unless an attribute of the same name says otherwise. */
const COLUMNS: Readonly<Record<string, string>> = {
  email: 'c.email',
  phone: 'c.phone',
  lastName: 'c.last_name',
  firstName: 'c.first_name',
  lastNameKana: 'c.last_name_kana',
  firstNameKana: 'c.first_name_kana',
  locale: 'c.locale',
};

/**
 * Says a checked condition in SQL, equal to `evaluate` in the workspace's zone. Durations become instants here; facts
 * in other tables are gathered once per test and joined, so that the work grows with the facts and not with
 * customers × tests. Every value is bound; the statement depends on the condition's shape only.
 */
export function conditionSql(condition: Condition, on: CpmContext & { id: number }): ConditionSql {
  const joined: RawBuilder<unknown>[] = [];
  const join = (rows: RawBuilder<unknown>) => {
    const name = `t${joined.length}`;
    joined.push(sql`left join (${rows}) ${sql.id(name)} on ${sql.ref(`${name}.customer_id`)} = c.id`);
    return (column: string) => sql.ref(`${name}.${column}`);
  };
  const met = say(condition, { ...on, join });
  return { joins: sql.join(joined, sql` `), met };
}

interface Context extends CpmContext {
  id: number;
  /** Joins rows of one per customer; answers how their columns are called. */
  join: (rows: RawBuilder<unknown>) => (column: string) => RawBuilder<unknown>;
}

function say(condition: Condition, on: Context): Test {
  if ('all' in condition) return group(condition.all, sql` and `, sql`true`, on);
  if ('any' in condition) return group(condition.any, sql` or `, sql`false`, on);
  if ('not' in condition) return sql`(not ${say(condition.not, on)})`;
  if ('attribute' in condition) return valueTest(attribute(condition.attribute), condition.op, condition.value, on);
  if ('orders' in condition) return ordersTest(condition, on);
  if ('event' in condition) return eventTest(condition, on);
  if ('segment' in condition) return segmentTest(condition.segment, condition.member, on);
  if ('message' in condition) return messageTest(condition, on);
  return cpmTest(condition, on);
}

const group = (parts: readonly Condition[], word: RawBuilder<unknown>, empty: Test, on: Context): Test =>
  parts.length === 0
    ? empty
    : sql`(${sql.join(
        parts.map((part) => say(part, on)),
        word,
      )})`;

function attribute(name: string): RawBuilder<unknown> {
  const column = Object.hasOwn(COLUMNS, name) ? COLUMNS[name] : undefined;
  if (column === undefined) return sql`(c.attributes -> ${name}::text)`;
  return sql`coalesce(c.attributes -> ${name}::text, to_jsonb(${sql.ref(column)}))`;
}

function ordersTest(condition: OrdersCondition, on: Context): Test {
  const { orders, op, value } = condition;
  const isDate = orders === 'first' || orders === 'last';
  if (isAggregate(condition)) {
    const column = { count: 'order_count', amount: 'order_amount', first: 'first_order_at', last: 'last_order_at' };
    const known = sql.ref(`c.${column[orders as keyof typeof column]}`);
    return isDate ? dateTest(known, op, value, on) : numberTest(known, op, value);
  }
  const column = on.join(orders === 'interval' ? intervals(condition, on) : orderTotals(condition, on));
  if (isDate) return dateTest(column(orders), op, value, on);
  return numberTest(orders === 'interval' ? column('days') : sql`coalesce(${column(orders)}, 0)`, op, value);
}

const orderTotals = (condition: OrdersCondition, on: Context) => sql`
  select customer_id, count(*) as count, sum(amount - refunded) as amount, min(at) as first, max(at) as last
    from shop_order where ${ordersIn(condition, on)} group by customer_id`;

const ordersIn = ({ since, where }: OrdersCondition, on: Context) => sql`
  workspace_id = ${on.id} and counted${from(since, on)}${
    where?.length
      ? sql` and exists (select from jsonb_array_elements(items) as item(properties)
              where ${properties(sql`item.properties`, where, on)})`
      : sql``
  }`;

/** Median number of days between consecutive days with an order. */
const intervals = (condition: OrdersCondition, on: Context) => sql`
  select customer_id, percentile_cont(0.5) within group (order by gap) as days
    from (select customer_id, day - lag(day) over (partition by customer_id order by day) as gap
            from (select distinct customer_id, (at at time zone ${on.zone}::text)::date as day
                    from shop_order where ${ordersIn(condition, on)}) as days) as gaps
   where gap is not null group by customer_id`;

function eventTest({ event, op, value, since, where }: EventCondition, on: Context): Test {
  const column = on.join(sql`
    select customer_id, count(*) as count from event
     where workspace_id = ${on.id} and name = ${event}::text${from(since, on)}${
       where?.length ? sql` and ${properties(sql`properties`, where, on)}` : sql``
     } group by customer_id`);
  return numberTest(sql`coalesce(${column('count')}, 0)`, op, value);
}

function segmentTest(key: string, member: boolean, on: Context): Test {
  const column = on.join(sql`
    select m.customer_id from segment_member m join segment s on s.workspace_id = m.workspace_id and s.id = m.segment_id
     where m.workspace_id = ${on.id} and s.key = ${key}::text`);
  return member ? sql`(${column('customer_id')} is not null)` : sql`(${column('customer_id')} is null)`;
}

function messageTest({ message, template, node, since }: MessageCondition, on: Context): Test {
  if (message !== 'sent') {
    const property = (name: string, is: string | undefined) =>
      is === undefined ? sql`` : sql` and properties ->> ${name}::text = ${is}::text`;
    const told = on.join(sql`
      select distinct customer_id from event
       where workspace_id = ${on.id} and name = ${MESSAGE_EVENTS[message]}::text${from(since, on)}${property('template', template)}${property('node', node)}`);
    return sql`(${told('customer_id')} is not null)`;
  }
  const column = on.join(sql`
    select distinct customer_id from message
     where workspace_id = ${on.id} and state = 'sent'${from(since, on)}${
       template === undefined ? sql`` : sql` and template = ${template}::text`
     }${node === undefined ? sql`` : sql` and node = ${node}::text`}`);
  return sql`(${column('customer_id')} is not null)`;
}

/** Outside journeys nobody has entered, and no node was left. */
function from(since: Since | undefined, today: Today): RawBuilder<unknown> {
  if (since === undefined || since === 'always' || since === 'entered') return sql``;
  if (typeof since === 'object') return sql` and false`;
  return sql` and ${instantIn(sql`at`, windowOf(since, today))}`;
}

const properties = (record: RawBuilder<unknown>, where: readonly PropertyTest[], on: Context) =>
  sql.join(
    where.map(({ property, op, value }) => valueTest(sql`(${record} -> ${property}::text)`, op, value, on)),
    sql` and `,
  );

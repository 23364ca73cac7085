import type pg from 'pg';
import type { Done } from './load.ts';
import type { Expected } from './shop-facts.ts';

type Books = Expected & { keys: number; counted: number };

/** What is stored in the whole database. */
export async function countBooks(owner: pg.Client): Promise<Books> {
  const { rows } = await owner.query<Record<keyof Books, string>>(
    `select (select count(*) from event) as events, (select count(*) from shop_order) as orders, 0 as duplicates,
            (select count(*) from customer) as newcomers, (select count(*) from enrollment) as entered,
            (select count(*) from enrollment where ended_at is not null) as ended,
            (select count(*) from event_key) as keys, (select sum(order_count) from customer) as counted`,
  );
  return Object.fromEntries(Object.entries(rows[0]!).map(([key, value]) => [key, Number(value)])) as unknown as Books;
}

/** Compares what was told with what is stored and what followed. @throws Error naming every difference */
export async function checkBooks(owner: pg.Client, before: Books, expected: Expected, done: Done): Promise<void> {
  const after = await countBooks(owner);
  const wanted: Books & { stored: number; refused: number } = {
    ...expected,
    keys: expected.events + expected.orders,
    counted: expected.orders,
    stored: expected.events + expected.orders,
    refused: 0,
  };
  const found = {
    ...(Object.fromEntries(
      Object.entries(after).map(([key, value]) => [key, value - before[key as keyof Books]]),
    ) as unknown as Books),
    stored: done.stored,
    duplicates: done.duplicates,
    refused: done.refused,
  };
  const wrong = (Object.keys(wanted) as (keyof typeof wanted)[]).filter((key) => wanted[key] !== found[key]);
  if (wrong.length === 0) return;
  const list = wrong.map((key) => `${key}: ${found[key]} instead of ${wanted[key]}`).join(', ');
  throw new Error(`what is stored is not what was told: ${list}. ${done.said ?? ''}`);
}

import type { Fact } from '@tabiji/shared/api/facts.ts';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { ingest } from '@tabiji/server/events/ingest.ts';
import type { Services } from '@tabiji/server/services.ts';
import { addDuration, localDate, noonOf } from '@tabiji/shared/time.ts';
import { asOwner, type DurablePostgres } from '../frame/durable-postgres.ts';

export const WORKSPACE = 1;
const BATCH = 500;
const ZONE = 'Asia/Tokyo';

/** An empty shop that keeps quiet hours and a cap. Returns the address of its database. */
export async function openShop(postgres: DurablePostgres): Promise<string> {
  const url = await postgres.createMigrated();
  await asOwner(
    url,
    `insert into workspace (name, kind, time_zone, provider, sender_name, sender_address, created_at, rules)
     values ('Bench', 'sandbox', '${ZONE}', 'letters', 'Bench', 'hello@tabiji.example', now(),
             '{"quietHours": {"from": "21:00", "to": "08:00"}, "cap": {"limits": [{"letters": 3, "days": 7}], "exempt": []}}')`,
  );
  return url;
}

/** So many people buy for the first time last month; one in three buys again, one in two looks at the shop. */
export async function fillShop({ db, inStore }: Services, people: number): Promise<void> {
  const now = await inWorkspace(db, WORKSPACE, (_, here) => Promise.resolve(here.now));
  const begin = addDuration(noonOf(`${localDate(now, ZONE).slice(0, 7)}-01`, ZONE), 'P1M', ZONE, -1);
  const facts = Array.from({ length: people }, (_, n) => factsOf(n, begin + (n % 27) * DAY + (n % 601) * MINUTE));
  for (let at = 0; at < people; at += BATCH)
    await inStore(WORKSPACE, (store, here) =>
      ingest(
        store,
        here,
        facts
          .slice(at, at + BATCH)
          .flat()
          .filter((fact) => !('at' in fact) || Date.parse(fact.at!) < now),
        { startJourneys: false },
      ),
    );
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

function factsOf(n: number, bought: number): Fact[] {
  const customer = `c${n}`;
  const at = (day: number) => new Date(bought + day * DAY).toISOString();
  return [
    { type: 'identify', customer, email: `${customer}@example.com`, lastName: '山田' },
    { type: 'order', id: `a${n}`, customer, at: at(0), amount: 5500 },
    ...(n % 3 === 0 ? [{ type: 'order' as const, id: `b${n}`, customer, at: at(9), amount: 5500 }] : []),
    ...(n % 2 === 0 ? [{ type: 'track' as const, id: `l${n}`, customer, at: at(3), event: 'looked' }] : []),
  ];
}

import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { lookForDue } from '@tabiji/server/engine/look.sql.ts';
import { sendAll, settle } from '@tabiji/server/engine/settle.ts';
import { createMailing, listMailings } from '@tabiji/server/mailings/mailings.ts';
import { sendDue } from '@tabiji/server/messages/send-due.ts';
import { standAt } from '@tabiji/server/workspaces/clock.sql.ts';
import { expect, test } from 'vitest';
import { startResendStandIn } from '../mail/resend-stand-in.ts';
import { createWorldDatabase } from '../support/world-database.ts';
import { createWorld, type World } from '../support/world.ts';
import { persistently } from './cut-everywhere.ts';
import { cutConnection, POSITIONS, strikeAt } from './cut-statements.ts';
import { endLeases } from './lived-through.ts';

/** More than are looked at in one transaction, twice. */
const CUSTOMERS = 2100;
const BEGINS = '2026-03-05T10:00';

/** Shops with a mailing that is due now, to every nth of their customers; one after the other. */
async function openShops() {
  await using stack = new AsyncDisposableStack();
  const resend = stack.use(await startResendStandIn());
  const made = stack.use(await createWorldDatabase(12));
  const config = { ...made.services.config, resendApiKey: 're_test', resendBaseUrl: resend.url };
  const database = { ...made, services: { ...made.services, config } };
  const parts = stack.move();
  return {
    resend,
    name: new URL(made.url).pathname.slice(1),
    /** Judges at the end who got it: what the service accepted counts. */
    async live(what: string, every: number, through: (world: World) => Promise<unknown>): Promise<number> {
      await using world = await createWorld({ database, provider: 'resend' });
      await world.install(['sale']);
      await world.query(
        `insert into customer (workspace_id, id, external_id, created_at, updated_at, email, attributes)
         select $1, $2 * 10000 + n, 'c' || n, now(), now(), 'c' || n || '@example.com',
                case when n % $4 = 0 then '{"plan": "gold"}'::jsonb else '{}' end
           from generate_series(1, $3::int) n`,
        [world.workspaceId, world.workspaceId, CUSTOMERS, every],
      );
      await world.segment('gold', { attribute: 'plan', op: 'eq', value: 'gold' });
      await inWorkspace(world.services.db, world.workspaceId, (trx, here) =>
        createMailing(
          trx,
          here,
          { name: '春', segment: 'gold', template: 'sale', sender: null, topic: null, at: BEGINS, zone: 'workspace' },
          undefined,
        ),
      );
      await standAt(world.services.db, world.workspaceId, Date.parse(`${BEGINS}:00+09:00`));
      await through(world);
      await persistently(() => endLeases(world.services, world.workspaceId));
      await work(world);
      const gold = Math.floor(CUSTOMERS / every);
      const taken = [...resend.accepted.values()].map(({ to }) => to.join());
      resend.accepted.clear();
      expect({ what, mails: taken.length, people: new Set(taken).size }).toEqual({ what, mails: gold, people: gold });
      expect(resend.doubled, what).toEqual([]);
      const [mailing] = await inWorkspace(world.services.db, world.workspaceId, listMailings);
      expect({ what, ...mailing }).toMatchObject({
        what,
        state: 'done',
        entered: gold,
        sent: gold,
        waiting: 0,
        unsent: [],
      });
      return gold;
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}

/** Until nothing is due any more, as a worker does. */
async function work({ services, workspaceId }: Pick<World, 'services' | 'workspaceId'>): Promise<void> {
  const send = (id: number) => sendDue(services, id, { limit: 20 });
  for (let more = true; more;) {
    await settle(services.inStore, workspaceId, send);
    await sendAll(workspaceId, send);
    const due = await inWorkspace(services.db, workspaceId, lookForDue);
    more = due.shards.length > 0 || due.timers || due.letters;
  }
}

test(
  'the connection cut at places all over a mailing, while people are let in and while mails go: nobody lost, nobody twice',
  { timeout: 240_000 },
  async () => {
    await using shops = await openShops();
    const cutAt = async (at: number, position: (typeof POSITIONS)[number]) => {
      let count = 0;
      await shops.live(`cut ${position} statement ${at}`, 60, async (world) => {
        const cut = strikeAt(shops.name, { at, position, strike: cutConnection });
        await persistently(
          () => work(world),
          () => endLeases(world.services, world.workspaceId),
        );
        ({ count } = cut);
        cut.at = 0;
      });
      return count;
    };
    const statements = await cutAt(0, 'before');
    const places = statements * POSITIONS.length;
    expect(places).toBeGreaterThan(60);
    let struck = 0;
    const tries = 26;
    for (let n = 0; n < tries; n++) {
      const place = Math.floor((n * places) / tries);
      const at = 1 + Math.floor(place / POSITIONS.length);
      if ((await cutAt(at, POSITIONS[n % POSITIONS.length]!)) >= at) struck++;
    }
    expect(struck).toBeGreaterThan(tries - 4); // how many statements there are hangs a little on who meets whom
  },
);

test('three workers at once let everybody in once and send to each once', { timeout: 120_000 }, async () => {
  await using shops = await openShops();
  const three = (world: World) => Promise.all([work(world), work(world), work(world)]);
  expect(await shops.live('three workers', 3, three)).toBe(CUSTOMERS / 3);
});

test('workers killed while they let people in and while they send', { timeout: 120_000 }, async () => {
  await using shops = await openShops();
  let interrupted = 0;
  await shops.live('killed', 3, async (world) => {
    const left = async () => {
      const [row] = await world.query<{ left: boolean }>(
        `select exists (select from timer where workspace_id = $1 and kind = 'schedule')
             or exists (select from enrollment where workspace_id = $1 and ended_at is null) as left`,
        [world.workspaceId],
      );
      return row!.left;
    };
    for (let round = 0; round < 4 && (await left()); round++) {
      const script = path.join(import.meta.dirname, 'worker.ts');
      const child = fork(script, [world.url, String(world.workspaceId), shops.resend.url], {
        stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      });
      await once(child.stdout!, 'data');
      await pause(60 + round * 150);
      child.kill('SIGKILL');
      await once(child, 'exit');
      if (await left()) interrupted++;
      await world.query(`update outbox set lease_until = '-infinity' where workspace_id = $1`, [world.workspaceId]);
    }
  });
  expect(interrupted).toBeGreaterThan(1);
});

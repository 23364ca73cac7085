import type { CaseResult, JourneyCase } from '@tabiji/shared/api/journey-cases.ts';
import { createHttp } from '@tabiji/server/http/create-http.ts';
import { createRoutes } from '@tabiji/server/http/routes.ts';
import { expect, test } from 'vitest';
import { branch, journey, mail, wait } from '../support/build.ts';
import { createWorld, type World } from '../support/world.ts';

const bought = { orders: 'count' as const, op: 'gte' as const, value: 2 };
const drawn = (days: string) =>
  journey({ on: { on: 'first_purchase' } }, mail('hello'), wait(days), branch(bought, [mail('again')], [mail('miss')]));

/** Asks the server of a world. */
async function ask<T>(world: World, method: string, path: string, body?: unknown): Promise<T> {
  const http = createHttp({
    url: world.services.config.url,
    log: world.services.log,
    ready: () => Promise.resolve(),
    editor: '/nowhere',
    routes: createRoutes(world.services),
  });
  const reply = await http.request(path, {
    method,
    headers: { 'content-type': 'application/json', host: 'localhost', 'tabiji-workspace': String(world.workspaceId) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(reply.status, `${method} ${path}: ${await reply.clone().text()}`).toBeLessThan(300);
  return (await reply.json()) as T;
}

/** Rows of every table, but those of the queue. */
async function everything(world: World): Promise<Record<string, unknown>> {
  const tables = await world.query<{ name: string }>(
    `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'kysely%'`,
  );
  const rows: Record<string, unknown> = {};
  for (const { name } of tables)
    rows[name] = (
      await world
        .query<{ all: string }>(
          `select coalesce(string_agg(t::text, '|' order by t::text), '') as all from "${name}" t`,
        )
        .catch(() => [{ all: 'not ours' }])
    )[0]!.all;
  return rows;
}

test('a trace is kept as a case, run against drafts, and says where a draft first differs', async () => {
  await using world = await createWorld();
  const { id } = await world.publish(drawn('P14D'));
  const path = `/v1/journeys/${id}/cases`;
  const setup = { customer: { persona: 'first_thirties' }, enterAt: '2026-03-02T10:00:00+09:00' };
  const saved = await ask<JourneyCase>(world, 'POST', path, { name: '再購入なし', setup });
  expect(saved.expected.map(({ kind, what }) => `${kind} ${what}`)).toEqual([
    'entered first_purchase',
    'step next',
    'mail hello:sent',
    'step next',
    'step next',
    'step no',
    'mail miss:sent',
    'step next',
    'ended completed',
  ]);
  expect(await ask<JourneyCase[]>(world, 'GET', path)).toEqual([saved]);

  const before = await everything(world);
  const [same] = await ask<CaseResult[]>(world, 'POST', `${path}/run`, {});
  expect(same).toMatchObject({ name: '再購入なし', passed: true, difference: null });
  const [other] = await ask<CaseResult[]>(world, 'POST', `${path}/run`, { graph: drawn('P7D') });
  expect(other).toMatchObject({
    passed: false,
    difference: {
      index: 4,
      expected: { at: '2026-03-16T01:00:00.000Z', node: 'wait1' },
      actual: { at: '2026-03-09T01:00:00.000Z', node: 'wait1' },
    },
  });
  await ask(world, 'POST', '/v1/simulate', { graph: drawn('P1D'), customer: { persona: 'regular' }, html: true });
  expect(await everything(world)).toEqual(before);

  await ask(world, 'DELETE', `${path}/${saved.id}`);
  expect(await ask<JourneyCase[]>(world, 'GET', path)).toEqual([]);
});

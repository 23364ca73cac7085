import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Receipt } from '@tabiji/shared/api/facts.ts';
import { expect, test } from 'vitest';
import { journey, wait } from '../support/build.ts';
import { freePort } from '../support/server-process.ts';
import { createWorld } from '../support/world.ts';

interface Request {
  name: string;
  facts: { type: 'track'; id: string; customer: string; event: string; properties: { request: string } }[];
  receipt?: Receipt;
}

let made = 0;
/** Several facts, each of a customer of its own; the first two start a journey. */
function newRequest(): Request {
  const name = `r${made++}`;
  const facts = Array.from({ length: 1 + (made % 7) }, (_, i) => ({
    type: 'track' as const,
    id: `${name}-${i}`,
    customer: `${name}-${i}`,
    event: i < 2 ? 'signed_up' : 'viewed',
    properties: { request: name },
  }));
  return { name, facts };
}

/** An API process under load; killed while it works. */
async function openApi(url: string, workspaceId: number) {
  const port = await freePort();
  const child: ChildProcess = fork(path.resolve(import.meta.dirname, '../support/api-process.ts'), [url, String(port)]);
  await once(child, 'message');
  const send = async (request: Request): Promise<boolean> => {
    const reply = await fetch(`http://127.0.0.1:${port}/v1/batch`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'tabiji-workspace': String(workspaceId) },
      body: JSON.stringify({ facts: request.facts }),
    }).catch(() => undefined);
    const receipt = reply?.ok ? ((await reply.json().catch(() => undefined)) as Receipt | undefined) : undefined;
    if (receipt) request.receipt = receipt;
    return receipt !== undefined;
  };
  return {
    send,
    async kill() {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

test(
  'what an API process acknowledged before it was killed is stored, once and whole',
  { timeout: 120_000 },
  async () => {
    await using world = await createWorld();
    await world.publish(
      journey({ on: { on: 'event', event: 'signed_up' }, settings: { reentry: 'always' } }, wait('P1D')),
    );
    const told: Request[] = [];
    const storedOf = async () =>
      new Map(
        (
          await world.query<{ request: string; n: number }>(
            `select properties ->> 'request' as request, count(*) as n from event group by 1`,
          )
        ).map(({ request, n }) => [request, n]),
      );
    let cut = 0;
    for (let round = 0; round < 3; round++) {
      const api = await openApi(world.url, world.workspaceId);
      const untilKilled = async () => {
        for (let alive = true; alive;) {
          const request = newRequest();
          told.push(request);
          alive = await api.send(request);
        }
      };
      const load = Array.from({ length: 24 }, untilKilled);
      await pause(300 + 200 * round);
      await api.kill();
      await Promise.all(load);
      const stored = await storedOf();
      for (const { name, facts, receipt } of told) {
        const n = stored.get(name) ?? 0;
        // Where there was no answer it was lost, or never written.
        expect(receipt ? [facts.length] : [0, facts.length], name).toContain(n);
      }
      cut += told.filter(({ receipt }) => !receipt).length;
    }
    const acknowledged = told.filter(({ receipt }) => receipt !== undefined).length;
    expect(acknowledged).toBeGreaterThan(20);
    expect(cut).toBeGreaterThan(0);

    const before = await storedOf();
    const api = await openApi(world.url, world.workspaceId);
    for (let i = 0; i < told.length; i += 50)
      await Promise.all(told.slice(i, i + 50).map((request) => api.send(request)));
    for (const { name, facts, receipt } of told)
      expect(receipt, name).toEqual(
        before.has(name) ? { stored: 0, duplicates: facts.length } : { stored: facts.length, duplicates: 0 },
      );
    await api.kill();

    const count = (list: readonly Request[], event?: string) =>
      list.reduce(
        (sum, { facts }) => sum + facts.filter((fact) => event === undefined || fact.event === event).length,
        0,
      );
    const [rows] = await world.query(
      `select (select count(*) from event) as events, (select count(*) from event_key) as keys,
            (select count(*) from customer) as customers, (select count(*) from enrollment) as entered`,
    );
    expect(rows).toEqual({
      events: count(told),
      keys: count(told),
      customers: count(told),
      entered: count(told, 'signed_up'),
    });
  },
);

import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { databaseTrouble } from '@tabiji/server/db/trouble.ts';
import type { Services } from '@tabiji/server/services.ts';
import type { Provider } from '@tabiji/shared/api/workspace.ts';
import { expect } from 'vitest';
import { startResendStandIn } from '../mail/resend-stand-in.ts';
import { createWorld, type World } from '../support/world.ts';
import { createWorldDatabase } from '../support/world-database.ts';
import { cutConnection, POSITIONS, strikeAt, type Position } from './cut-statements.ts';
import { copyDrawings, draw, endLeases, LETTERS, stepsOf } from './lived-through.ts';

/**
 * Lives the same through once per statement and position, with the connection cut there.
 * @param every 1: at every place; n: at every nth, so that the positions take turns over all statements
 * @returns how many places were tried, and at how many of them the connection was really cut
 */
export async function cutEverywhere(provider: Provider, every = 1): Promise<{ places: number; struck: number }> {
  await using lives = await openLives(provider);
  const cutAt = (at: number, position: Position) =>
    lives.live(`cut ${position} statement ${at}`, async ({ services, workspaceId }) => {
      const cut = strikeAt(lives.database, { at, position, strike: cutConnection });
      await liveThrough(services, workspaceId);
      const { count } = cut;
      cut.at = 0;
      return count;
    });
  const statements = await cutAt(0, 'before');
  let [places, struck] = [0, 0];
  for (let place = 0; place < statements * POSITIONS.length; place += every) {
    const at = 1 + Math.floor(place / POSITIONS.length);
    places++;
    if ((await cutAt(at, POSITIONS[place % POSITIONS.length]!)) >= at) struck++;
  }
  return { places, struck };
}

/**
 * Lives the same through in processes of their own that are killed (-9) at statements spread over all of it; whoever
 * comes after goes on. @returns how many were killed
 */
export async function killSomewhere(provider: Provider, kills: number): Promise<number> {
  await using lives = await openLives(provider);
  const statements = await lives.live('uninterrupted', async ({ services, workspaceId }) => {
    const counted = strikeAt(lives.database, { at: 0, position: 'before', strike: cutConnection });
    await liveThrough(services, workspaceId);
    return counted.count;
  });
  let killed = 0;
  for (let i = 0; i < kills; i++) {
    const at = 1 + Math.floor((i * statements) / kills);
    const position = POSITIONS[i % POSITIONS.length]!;
    await lives.live(`killed ${position} statement ${at}`, async ({ services, workspaceId }) => {
      const child = fork(
        path.join(import.meta.dirname, 'killed-life.ts'),
        [lives.url, String(workspaceId), String(at), position, lives.resendUrl],
        { stdio: 'inherit' },
      );
      const [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
      if (signal === 'SIGKILL') killed++;
      await persistently(() => endLeases(services, workspaceId));
      await liveThrough(services, workspaceId);
    });
  }
  return killed;
}

/** Workspaces that begin alike, one after the other, and are judged at their end. */
async function openLives(provider: Provider) {
  await using stack = new AsyncDisposableStack();
  const resend = stack.use(await startResendStandIn());
  const made = stack.use(await createWorldDatabase());
  const config = { ...made.services.config, resendApiKey: 're_test', resendBaseUrl: resend.url };
  const database = { ...made, services: { ...made.services, config } };
  const model = stack.use(await createWorld({ database, provider }));
  await draw(model);
  const parts = stack.move();
  return {
    url: made.url,
    resendUrl: resend.url,
    database: new URL(made.url).pathname.slice(1),
    /** What reached the readers is compared: at the provider with keys every acceptance counts, also one nobody here knows of. */
    async live<T>(what: string, through: (world: World) => Promise<T>): Promise<T> {
      await using world = await createWorld({ database, provider });
      await copyDrawings(made.query, model.workspaceId, world.workspaceId);
      const result = await through(world);
      await persistently(() => endLeases(world.services, world.workspaceId));
      await world.drain();
      const letters = (await world.letters.all()).map(({ to, template }) => `${to} ${template}`);
      const taken = [...resend.accepted.values()].map(({ to, subject }) => `${to.join()} ${subject}`);
      resend.accepted.clear();
      expect([...letters, ...taken].toSorted(), what).toEqual(LETTERS);
      return result;
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}

/** Goes through all steps, each again as often as the connection is lost in it. */
export async function liveThrough(services: Services, workspaceId: number): Promise<void> {
  for (const step of stepsOf(services, workspaceId)) await persistently(step, () => endLeases(services, workspaceId));
}

/** Does something again as often as the connection is lost in it. */
export async function persistently(work: () => Promise<unknown>, beforeAgain?: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      if (tries > 0) await beforeAgain?.();
      await work();
      return;
    } catch (error) {
      if (databaseTrouble(error) === undefined || tries > 5) throw error;
    }
  }
}

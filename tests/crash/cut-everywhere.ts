import { databaseTrouble } from '@tabiji/server/db/trouble.ts';
import type { Services } from '@tabiji/server/services.ts';
import type { Provider } from '@tabiji/shared/api/workspace.ts';
import { expect } from 'vitest';
import { startResendStandIn } from '../mail/resend-stand-in.ts';
import { createWorld } from '../support/world.ts';
import { createWorldDatabase } from '../support/world-database.ts';
import { cutConnection, POSITIONS, strikeAt } from './cut-statements.ts';
import { copyDrawings, draw, endLeases, LETTERS, stepsOf } from './lived-through.ts';

/**
 * Lives the same through once per statement and position, with the connection cut there.
 * @returns how many places were tried, and at how many of them the connection was really cut
 */
export async function cutEverywhere(provider: Provider): Promise<{ places: number; struck: number }> {
  await using resend = await startResendStandIn();
  await using made = await createWorldDatabase();
  const config = { ...made.services.config, resendApiKey: 're_test', resendBaseUrl: resend.url };
  const database = { ...made, services: { ...made.services, config } };
  const name = new URL(made.url).pathname.slice(1);
  await using model = await createWorld({ database, provider });
  await draw(model);

  /** What reached the readers. At the provider with keys every acceptance counts, also one nobody here knows of. */
  const live = async (at: number, position: (typeof POSITIONS)[number]) => {
    await using world = await createWorld({ database, provider });
    await copyDrawings(made.query, model.workspaceId, world.workspaceId);
    const cut = strikeAt(name, { at, position, strike: cutConnection });
    await liveThrough(world.services, world.workspaceId);
    const { count } = cut;
    cut.at = 0;
    await persistently(() => endLeases(world.services, world.workspaceId));
    await world.drain();
    const letters = (await world.letters.all()).map(({ to, template }) => `${to} ${template}`);
    const taken = [...resend.accepted.values()].map(({ to, subject }) => `${to.join()} ${subject}`);
    resend.accepted.clear();
    expect([...letters, ...taken].toSorted(), `cut ${position} statement ${at}`).toEqual(LETTERS);
    return count;
  };

  const statements = await live(0, 'before');
  let struck = 0;
  for (const position of POSITIONS)
    for (let at = 1; at <= statements; at++) if ((await live(at, position)) >= at) struck++;
  return { places: statements * POSITIONS.length, struck };
}

/** Goes through all steps, each again as often as the connection is lost in it. */
async function liveThrough(services: Services, workspaceId: number): Promise<void> {
  for (const step of stepsOf(services, workspaceId)) await persistently(step, () => endLeases(services, workspaceId));
}

async function persistently(work: () => Promise<unknown>, beforeAgain?: () => Promise<unknown>): Promise<void> {
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

import { inWorkspace } from '../db/in-workspace.ts';
import type { Services } from '../services.ts';
import { installGallery } from '../templates/gallery.ts';
import { DAY, dayOf } from './calendar.ts';
import { makeHistory } from './history.ts';
import { Telling } from './telling.ts';
import { begunSeeding, startClock, TakenOver } from './seeding.sql.ts';

/** How large the demo is, and for how many days its journeys have been running. */
export interface DemoSize {
  seed: number;
  customers: number;
  days: number;
}

export const FULL_SIZE: DemoSize = { seed: 20_260, customers: 3000, days: 60 };

export interface SeedingOptions {
  /** Hears how many of the steps are done. */
  onProgress?: (progress: { done: number; total: number }) => void;
  /** Stops between two steps; called again, seeding goes on from there. */
  signal?: AbortSignal;
  /** Must be the same whenever a workspace's seeding goes on. */
  size?: DemoSize;
}

/**
 * Makes the demo's data: tells its history, opens the shop's journeys and lets the engine live through the last weeks
 * until the moment at which the workspace was made. Then the clock runs. Each step is kept together with how far it
 * got, so that a seeding that was stopped or killed goes on and comes to the same.
 */
export async function seedDemo(services: Services, workspaceId: number, options: SeedingOptions = {}): Promise<void> {
  const { db, config } = services;
  const begun = await begunSeeding(db, workspaceId);
  if (!begun) return;
  const { size = FULL_SIZE, signal } = options;
  const opens = dayOf(begun.until) - size.days * DAY;
  const history = makeHistory({ ...size, until: begun.until });
  const telling = new Telling(services, { workspaceId, history, opens, done: begun.done, ...options });
  try {
    await inWorkspace(db, workspaceId, (trx, here) => installGallery(trx, here, config.url));
    await telling.past();
    if (signal?.aborted) return;
    await telling.open();
    const arrived = await telling.live(Math.max(opens, begun.standsAt), begun.until);
    if (!arrived) return;
  } catch (error) {
    if (error instanceof TakenOver) return;
    throw error;
  }
  await startClock(db, workspaceId);
  services.ring(workspaceId);
}

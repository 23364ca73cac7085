import type { Here } from '../db/in-workspace.ts';
import { endPassages } from './endings.ts';
import type { DueRow } from './enrollments.sql.ts';
import type { Store } from './store.ts';

/**
 * Takes those out of a claimed chunk whose journey does not run now: people of a paused one are shelved until it goes on,
 * people of a stopped one leave.
 * @returns whom to walk
 */
export async function setAside(store: Store, here: Here, claimed: readonly DueRow[]): Promise<readonly DueRow[]> {
  const frozen = await store.setup.frozen([...new Set(claimed.map((row) => row.journey_id))]);
  if (frozen.size === 0) return claimed;
  const isPaused = (row: DueRow) => frozen.get(row.journey_id) === 'paused';
  await store.positions.shelve(claimed.filter(isPaused).map(({ id }) => id));
  const leaving = claimed.filter((row) => frozen.has(row.journey_id) && !isPaused(row));
  await endPassages(
    store,
    here,
    leaving.map((row) => ({ row, reason: 'stopped' })),
    'journey_stopped',
  );
  return claimed.filter((row) => !frozen.has(row.journey_id));
}

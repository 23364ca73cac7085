import type { ActedOnParked, ActOnParked } from '@tabiji/shared/api/parked.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';
import { endPassages } from '../../engine/endings.ts';
import { pgStore } from '../../engine/pg-store.ts';
import { compiledVersions, versionName } from '../compiled.ts';
import { getJourney } from '../journeys.sql.ts';
import { countParked, lockParked, release, type Released } from './parked.sql.ts';

/**
 * Does with parked passages what somebody has decided. Those for whom it is not possible stay parked and are counted.
 * @throws AppError `invalid` when no version of those passages has the node to move to
 */
export async function actOnParked(
  trx: Trx,
  here: Here,
  journeyId: number,
  { who, action }: ActOnParked,
): Promise<ActedOnParked> {
  await getJourney(trx, here.id, journeyId);
  const store = pgStore(trx, here);
  const parked = await lockParked(trx, here, journeyId, who);
  if (action === 'exit') {
    await endPassages(
      store,
      here,
      parked.map(({ id, version }) => ({ row: { id, version, journey_id: journeyId }, reason: 'by_hand' })),
    );
    return { done: parked.length, left: await countParked(trx, here, journeyId) };
  }
  const versions = await compiledVersions(
    store,
    here.id,
    parked.map(({ version }) => ({ journey: journeyId, version })),
  );
  const released = parked.flatMap(({ id, version, node }): Released[] => {
    const nodes = versions.get(versionName({ journey: journeyId, version }))?.graph.nodes;
    if (action === 'retry') return [{ id, node: null, port: null, what: 'retried' }];
    if (action === 'skip') {
      const port = nodes?.get(node)?.through;
      return port === undefined ? [] : [{ id, node: null, port, what: 'skipped' }];
    }
    return nodes?.has(action.move) ? [{ id, node: action.move, port: null, what: 'rerouted' }] : [];
  });
  if (typeof action === 'object' && parked.length > 0 && released.length === 0)
    throw new AppError('invalid', `The journey has no node ${action.move} to move them to.`, { field: 'action.move' });
  if (typeof action === 'object' || action === 'skip')
    await store.letters.cancel({
      enrollments: released.map(({ id }) => id),
      now: here.now,
      realNow: here.realNow,
      because: 'by_hand',
    });
  await release(trx, here, journeyId, released);
  return { done: released.length, left: await countParked(trx, here, journeyId) };
}

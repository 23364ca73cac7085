import type { ActedOnPeople, ActOnPeople } from '@tabiji/shared/api/people.ts';
import type { CompiledGraph } from '@tabiji/shared/engine/compile.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { Db, Trx } from '../../db/database.ts';
import { type Here, inWorkspace } from '../../db/in-workspace.ts';
import { endPassages } from '../../engine/endings.ts';
import { pgStore } from '../../engine/pg-store.ts';
import { compiledVersions, versionName } from '../compiled.ts';
import { getJourney } from '../journeys.sql.ts';
import { type By, keepIntervention } from './interventions.sql.ts';
import { lastOf, sendOn, type Standing, standingPage } from './people.sql.ts';

const PAGE = 1000;

/**
 * Does with people inside a journey what somebody has decided, a thousand in a transaction; each such page leaves a row
 * that says who did it. Who enters after the beginning is not meant.
 * @throws AppError `refused` when people are to move on in a journey that does not run
 */
export async function actOnPeople(
  db: Db,
  workspaceId: number,
  journeyId: number,
  asked: ActOnPeople,
  by: By,
): Promise<ActedOnPeople> {
  const sum: ActedOnPeople = { done: 0, letters: 0, parked: 0, impossible: 0 };
  let last: number | undefined;
  for (let after = 0; ;) {
    const page = await inWorkspace(db, workspaceId, async (trx, here) => {
      const { status } = await getJourney(trx, here.id, journeyId);
      if (asked.action === 'move_on' && status !== 'live')
        throw new AppError('refused', `The journey is ${status}: people can move on when it runs.`);
      last ??= await lastOf(trx, here, journeyId, asked.who);
      return onePage(trx, here, journeyId, asked, { after, last, by });
    });
    for (const key of ['done', 'letters', 'parked', 'impossible'] as const) sum[key] += page.sum[key];
    if (page.rows < PAGE) return sum;
    after = page.last;
  }
}

async function onePage(
  trx: Trx,
  here: Here,
  journeyId: number,
  { who, action, rehearsal = false }: ActOnPeople,
  { after, last, by }: { after: number; last: number; by: By },
): Promise<{ rows: number; last: number; sum: ActedOnPeople }> {
  const rows = await standingPage(trx, here, journeyId, who, { after, last, limit: PAGE, lock: !rehearsal });
  const free = action === 'end' ? rows : rows.filter(({ error }) => error === null);
  const going = action === 'end' ? free.map(({ id }) => ({ id, port: '' })) : await waysOut(trx, here, journeyId, free);
  const ids = going.map(({ id }) => id);
  const isGoing = new Set(ids);
  if (!rehearsal && ids.length > 0) {
    const store = pgStore(trx, here);
    if (action === 'end') {
      const ended = rows.map(({ id, version }) => ({ row: { id, version, journey_id: journeyId }, reason: 'by_hand' }));
      await endPassages(store, here, ended, 'by_hand');
    } else {
      await store.letters.cancel({ enrollments: ids, now: here.now, realNow: here.realNow, because: 'by_hand' });
      await sendOn(trx, here, going);
    }
    await keepIntervention(trx, here, { journeyId, action, by, chosen: who, people: ids.length, enrollments: ids });
  }
  return {
    rows: rows.length,
    last: rows.at(-1)?.id ?? after,
    sum: {
      done: ids.length,
      letters: rows.filter(({ id, letter }) => letter && isGoing.has(id)).length,
      parked: rows.length - free.length,
      impossible: free.length - ids.length,
    },
  };
}

/** By which port each of them leaves; those are missing for whom there is none. */
async function waysOut(trx: Trx, here: Here, journeyId: number, rows: readonly Standing[]) {
  const versions = await compiledVersions(
    pgStore(trx, here),
    here.id,
    rows.map(({ version }) => ({ journey: journeyId, version })),
  );
  return rows.flatMap((row) => {
    const graph = versions.get(versionName({ journey: journeyId, version: row.version }))?.graph;
    const port = row.port ?? (graph && wayOut(row, graph));
    return port === undefined ? [] : [{ id: row.id, port }];
  });
}

/** Who listens goes as if nothing was heard, which is the last port of a type; everybody else by the first. */
function wayOut({ node: id, listens }: Standing, graph: CompiledGraph): string | undefined {
  const node = graph.nodes.get(id);
  return listens ? node?.definition.ports(node.config).at(-1)?.id : node?.through;
}

import type { Trace } from '@tabiji/shared/api/trace.ts';
import { addDuration } from '@tabiji/shared/time.ts';
import type { Trx } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';
import { namesIn } from '../../journeys/versions/names-in.sql.ts';
import { loadScene } from '../scene/load-scene.ts';
import { emptyTrace } from './empty-trace.ts';
import { problemsOfGraph } from './graph-problems.ts';
import type { OnWritten } from '../../messages/providers/letters.ts';
import type { Asked } from './journeyed.ts';
import { runOne } from './run-one.ts';
import { findTraveller, instantOf, namer } from './traveller.ts';

/**
 * What a graph would do with one customer: the production engine over memory, with a clock that is moved. Reads the
 * workspace once, and writes nothing. What stands in the way is said in `problems`.
 */
export async function simulate(trx: Trx, here: Here, asked: Asked, url: string, onWritten?: OnWritten): Promise<Trace> {
  const started = performance.now();
  const enterAt = asked.enterAt === undefined ? here.now : instantOf(asked.enterAt, here.zone);
  const until = asked.until === undefined ? addDuration(enterAt, 'P1Y', here.zone) : instantOf(asked.until, here.zone);
  const frame = { zone: here.zone, from: enterAt, until, recordedUntil: here.now };
  const done = (trace: Trace): Trace => ({ ...trace, ms: Math.round((performance.now() - started) * 10) / 10 });

  const { problems, trigger } = problemsOfGraph(asked.graph, asked.trigger);
  if (!trigger) return done(emptyTrace(frame, problems));
  const named = namer('lived');
  const someone = await findTraveller(trx, here, asked.customer, { enterAt, named });
  if ('problem' in someone)
    return done(emptyTrace(frame, [{ code: someone.problem, node: null, message: someone.message, ports: [] }]));
  const scene = await loadScene(trx, here, asked.graph, asked.journey);
  const namesOf = await namesIn(trx, here);
  const names = { ja: namesOf('ja', asked.graph), en: namesOf('en', asked.graph) };
  return done(await runOne({ asked, scene, someone, trigger, enterAt, until, names, url, onWritten }));
}

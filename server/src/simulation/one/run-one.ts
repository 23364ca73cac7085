import type { Trace, TraceProblem, TraceRow } from '@tabiji/shared/api/trace.ts';
import type { CompiledGraph } from '@tabiji/shared/engine/compile.ts';
import { topicRule } from '@tabiji/shared/sending/topics.ts';
import { triggerWords } from '@tabiji/shared/nodes/start/words.ts';
import { zoneOf } from '../../engine/zone-of.ts';
import { keepLetters, type OnWritten } from '../../messages/providers/letters.ts';
import type { MemoryDatabase } from '../memory/database.ts';
import { openWorld, prepare } from '../scene/open-world.ts';
import type { Mailbox } from '../world.ts';
import { arrive } from './arrive.ts';
import { emptyTrace } from './empty-trace.ts';
import { enter, type Entered } from './enter.ts';
import { finalOf, problemsAtEnd } from './final.ts';
import { injectedBy } from './injected.ts';
import { knownAs, type Journeyed } from './journeyed.ts';
import { live } from './live.ts';
import { Recorder } from './recorder.ts';
import { factsUsed, type Reading } from './rows.ts';
import { tokensOf, traceOf } from './trace.ts';
import { watched } from './watch.ts';

/** Runs one customer through a graph and writes down what happens. */
export async function runOne(journey: Journeyed): Promise<Trace> {
  const { asked, scene, someone, trigger, enterAt, until, names, url, onWritten } = journey;
  const recorder = new Recorder();
  const prepared = prepare(
    asked.ignoreFilter ? openDoors(scene) : scene,
    asked.graph,
    mailboxOf(url, onWritten),
    (graph) => watched(doorOf(graph, asked.ignoreFilter), asked.forks, recorder.tell),
  );
  const customer = knownAs(someone);
  const world = openWorld(prepared, enterAt);
  const later = await arrive(world, journey, recorder);
  recorder.listenTo(world.db);
  const door = asked.ignoreFilter ? { ...trigger, filter: undefined } : trigger;
  const entered = await enter(world, customer.id, { version: prepared.version, trigger: door });
  const happenings = [...(asked.recorded ? later : []), ...injectedBy(journey)].filter(({ at }) => at > enterAt);
  const ended = entered.entered
    ? await live(world, {
        customer,
        happenings,
        until,
        forks: asked.forks,
        startJourneys: () => false,
        isOver: () => isStranded(world.db, prepared.version.graph.unknown),
        onTold: (at, happening, facts) => recorder.told(at, happening, facts),
      })
    : 'done';

  const row = world.db.customer.all()[0];
  const own = row?.time_zone ?? scene.place.zone;
  const zone = zoneOf(prepared.version.graph, row?.time_zone ?? null, { ...scene.place, now: 0, realNow: 0 });
  const { rules, topics, zone: workspace } = scene.place;
  const { settings } = asked.graph;
  const holds = { rules, settings, own, workspace, topic: topicRule(topics, settings.topic ?? null) };
  const reading: Reading = { graph: prepared.version.graph, names, zone, seen: recorder.seen, holds };
  const words = { ja: triggerWords(trigger, 'ja', names.ja), en: triggerWords(trigger, 'en', names.en) };
  const { rows, mails } = traceOf(recorder.entries, world.db, reading, {
    door: { trigger: asked.trigger, words },
    html: asked.html,
  });
  if (!entered.entered) rows.push(refusedRow(entered, enterAt, reading));
  const problems: TraceProblem[] = [...problemsAtEnd(world, prepared), ...(ended === 'too_long' ? [TOO_LONG] : [])];
  const frame = { zone, from: enterAt, until, recordedUntil: scene.now };
  return {
    ...emptyTrace(frame, problems),
    customer: {
      id: 'records' in someone ? customer.id : null,
      name: [row?.last_name, row?.first_name].filter(Boolean).join(' '),
      externalId: customer.externalId,
    },
    rows,
    mails,
    tokens: tokensOf(rows),
    final: finalOf(world),
  };
}

const mailboxOf = (url: string, onWritten: OnWritten | undefined): Mailbox => ({
  url,
  keep: (store, here, limit, base) => keepLetters(store, here, limit, base, onWritten),
});

/** Nobody starts again by what happens later: who enters, and when, has been said. Filters may be taken away. */
const doorOf = (graph: CompiledGraph, isOpen: boolean): CompiledGraph => ({
  ...graph,
  triggers: [],
  ...(isOpen && { filter: undefined, settings: { ...graph.settings, holdout: 0 } }),
});

const openDoors = (scene: Journeyed['scene']): Journeyed['scene'] => ({
  ...scene,
  place: { ...scene.place, rules: { ...scene.place.rules, holdout: undefined } },
});

const refusedRow = (
  { because, facts, moment, filters }: Exclude<Entered, { entered: true }>,
  at: number,
  { names, zone, graph }: Reading,
): TraceRow => ({
  at: new Date(at).toISOString(),
  node: graph.start,
  passage: 1,
  warnings: [],
  kind: 'refused',
  because,
  facts: filters.flatMap((one) => factsUsed(one, facts, { now: at, zone, entered: moment }, names)),
});

/** Everybody stands where only another version of Tabiji knows the way. */
const isStranded = ({ enrollment }: MemoryDatabase, unknown: ReadonlySet<string>): boolean =>
  unknown.size > 0 && enrollment.all().every(({ ended_at, node }) => ended_at !== null || unknown.has(node));

const TOO_LONG: TraceProblem = {
  code: 'too_long',
  node: null,
  message: {
    ja: '3,000回の時点まで進めて止めました。終わりのない繰り返しがないか確かめてください。',
    en: 'Stopped after 3,000 instants. Look for a loop that never ends.',
  },
  ports: [],
};

import { GOAL } from '@tabiji/shared/engine/compile.ts';
import type { Rest } from '@tabiji/shared/engine/walk.ts';
import type { JourneySettings } from '@tabiji/shared/journey/graph.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Moved } from './enrollments.sql.ts';
import { keepChanges } from './keep-changes.ts';
import { keepWhatNodesAsk } from './keep-asked.ts';
import { messageKey } from './message-key.ts';
import type { Asked } from './outbox.sql.ts';
import type { Store } from './store.ts';
import type { Taken, Walked } from './take-pass.ts';
import { Tally } from './tally.ts';

/**
 * Writes a chunk of passes: positions, outbox, diary, counters. Four statements, whatever the number of passes; more only
 * where nodes keep choices, ask for work of their own or change customers.
 */
export async function writePasses(store: Store, here: Here, taken: readonly Taken[]): Promise<void> {
  const walked = taken.filter((one): one is Walked => 'pass' in one);
  await store.positions.write(taken.map((one) => ('pass' in one ? positionAfter(one, here.now) : parkedPosition(one))));
  await store.letters.ask(walked.flatMap((one) => lettersOf(one, here.id)));
  const entries = taken.map((one) => ({
    enrollmentId: one.row.id,
    visit: one.row.visit,
    at: 'pass' in one ? one.at : here.now,
    steps: JSON.stringify('pass' in one ? one.pass.steps : [[one.row.node, 'parked', null]]),
  }));
  await store.diary.write(here.realNow, entries);
  await tallyOf(walked).write(store);
  await store.letters.countGoals(walked.flatMap(({ row, pass: { rest } }) => (isGoal(rest) ? [row.id] : [])));
  await keepWhatNodesAsk(store, here, walked);
  await keepChanges(store, here, walked); // last: what follows from it finds everybody where they now stand
}

function lettersOf({ row, version, pass: { rest }, at }: Walked, workspaceId: number): Asked[] {
  if (rest.kind !== 'ask' || rest.effect.kind !== 'send') return [];
  const { template, sender } = rest.effect;
  const resting = { enrollmentId: row.id, visit: row.visit + 1, node: rest.node };
  return [
    {
      ...resting,
      customerId: row.customer_id,
      journeyId: row.journey_id,
      version: row.version,
      template,
      templateVersion: version.templates[template] ?? null,
      askedAt: at,
      priority: priorityOf(version.graph.settings),
      topic: version.graph.settings.topic ?? null,
      sender: sender ?? version.senders?.[template] ?? null,
      stale: row.stale,
      key: messageKey(workspaceId, resting),
    },
  ];
}

const priorityOf = ({ priority = 50 }: JourneySettings): number =>
  Math.round(Math.min(1000, Math.max(-1000, priority)));

/** How long a row is left to a newer process that knows its node's type. */
export const FOR_A_NEWER_MS = 10_000;

function positionAfter({ row, pass: { rest, left, memory }, at }: Walked, now: Millis): Moved {
  const moved: Moved = {
    id: row.id,
    visit: row.visit,
    node: rest.node === '' ? row.node : rest.node,
    port: null,
    dueAt: null,
    listens: false,
    intent: null,
    left: Object.keys(left).length === 0 ? null : JSON.stringify(left),
    memory: Object.keys(memory).length === 0 ? null : JSON.stringify(memory),
    endedAt: null,
    exitReason: null,
    error: null,
  };
  switch (rest.kind) {
    case 'sleep':
      return { ...moved, dueAt: rest.until, port: rest.port, intent: JSON.stringify(rest.intent) };
    case 'listen':
      return { ...moved, listens: true, dueAt: rest.until, port: rest.port, intent: JSON.stringify(rest.intent) };
    case 'ask':
      return moved;
    case 'unknown':
      return { ...moved, dueAt: now + FOR_A_NEWER_MS };
    case 'again':
      return { ...moved, dueAt: at };
    case 'end':
      return { ...moved, endedAt: at, exitReason: rest.reason };
  }
}

const parkedPosition = ({ row, parked }: Exclude<Taken, Walked>): Moved => ({
  id: row.id,
  visit: row.visit,
  node: row.node,
  port: row.port,
  dueAt: null,
  intent: row.asleep ? JSON.stringify({ from: row.due_at.getTime() }) : null,
  listens: false,
  left: row.left_nodes && JSON.stringify(row.left_nodes),
  memory: row.memory && JSON.stringify(row.memory),
  endedAt: null,
  exitReason: null,
  error: parked.slice(0, 2000),
});

const isGoal = (rest: Rest) => rest.kind === 'end' && rest.reason === GOAL;

function tallyOf(walked: readonly Walked[]): Tally {
  const tally = new Tally();
  for (const { row, pass } of walked) {
    const where = { journey: row.journey_id, version: row.version };
    for (const node of pass.entered) tally.add(where, 'entered', node);
    for (const [node, outcome, name] of pass.steps) if (outcome === 'leave') tally.add(where, 'left', node, name ?? '');
    if (pass.rest.kind === 'end') tally.add(where, 'exit', pass.rest.node, pass.rest.reason);
  }
  return tally;
}

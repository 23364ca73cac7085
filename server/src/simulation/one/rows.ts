import type { FactUsed, TraceRow } from '@tabiji/shared/api/trace.ts';
import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import type { Occasion } from '@tabiji/shared/conditions/evaluate.ts';
import type { Facts } from '@tabiji/shared/conditions/facts.ts';
import { foundFor } from '@tabiji/shared/conditions/found.ts';
import { conditionWords } from '@tabiji/shared/conditions/words.ts';
import type { CompiledGraph } from '@tabiji/shared/engine/compile.ts';
import type { Step } from '@tabiji/shared/engine/walk.ts';
import type { HoursFor } from '@tabiji/shared/sending/hours-of.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import type { Journeyed } from './journeyed.ts';
import type { Entry } from './recorder.ts';
import type { Seen } from './watch.ts';
import { holdSteps, stepsOf } from './reasons.ts';

/** What rows are written from. */
export interface Reading {
  graph: CompiledGraph;
  names: Journeyed['names'];
  zone: string;
  /** Nodes that were asked, by enrollment; read from the front. */
  seen: Map<number, Seen[]>;
  holds: HoursFor;
}

type StepRow = Extract<TraceRow, { kind: 'step' }>;
const iso = (at: Millis) => new Date(at).toISOString();

/** The rows of a pass: each step with what its node was asked, and why it rests until when it does. */
export function stepRows(entry: Extract<Entry, { kind: 'pass' }>, passage: number, reading: Reading): StepRow[] {
  return entry.steps.map((step) => {
    const [node, outcome, port, until = null, why = null] = step;
    const asked = takeSeen(reading.seen.get(entry.enrollmentId) ?? [], step, entry.at);
    const ports = portsOf(reading.graph, node);
    const forked = asked?.forked === true;
    return {
      at: iso(entry.at),
      node,
      passage,
      warnings: [],
      kind: 'step',
      outcome,
      port,
      why,
      forked,
      label: ports.find((one) => one.port === port)?.label ?? null,
      until: until === null ? null : iso(until),
      steps: asked && outcome !== 'leave' ? stepsOf(asked) : [],
      facts: asked ? factsOf(asked, reading.names) : [],
      alternatives: ['leave', 'sleep', 'listen'].includes(outcome) ? ports.filter((one) => one.port !== port) : [],
    };
  });
}

/**
 * What the node was asked for this step: the first that fits, in the order of asking. Somebody who wakes by a port that
 * was named before was not asked again.
 */
function takeSeen(seen: Seen[], [node, outcome, port, , why]: Step, at: Millis): Seen | undefined {
  const heard = seen.findIndex(({ node: { id }, said }) => said.kind === 'heard' && id === node && said.port === port);
  if (outcome === 'leave' && heard >= 0) {
    const asked = seen.findIndex(
      ({ node: { id }, said, turn }) => id === node && said.kind === 'listen' && turn.now === at,
    );
    const [found] = seen.splice(heard, 1);
    if (why === 'heard' && asked >= 0 && asked < heard) seen.splice(asked, 1);
    return found;
  }
  const index = seen.findIndex(
    ({ node: { id }, turn, said }) => id === node && turn.now === at && fits(said, outcome, why),
  );
  return index < 0 ? undefined : seen.splice(index, 1)[0];
}

const fits = ({ kind }: Seen['said'], outcome: Step[1], why: string | undefined): boolean =>
  kind === outcome || (kind === 'listen' && outcome === 'leave' && why === 'timeout');

const portsOf = (graph: CompiledGraph, id: string) => {
  const node = graph.nodes.get(id);
  return (node?.definition.ports(node.config) ?? []).map((one) => ({ port: one.id, label: one.label }));
};

/** The tests of a node's conditions, each with what was found. */
const factsOf = ({ node: { definition, config }, turn, said }: Seen, names: Reading['names']): FactUsed[] => {
  if (said.kind === 'sleep' || said.kind === 'ask' || said.kind === 'exit') return [];
  return (definition.conditions?.(config) ?? []).flatMap(({ condition, port = null }) =>
    port === null ? [] : factsUsed(condition, turn.facts, turn.occasion, names, port),
  );
};

/** Every single test of a condition in words, with what was found for it. */
export const factsUsed = (
  condition: Condition,
  facts: Facts,
  occasion: Occasion,
  names: Reading['names'],
  port: string | null = null,
): FactUsed[] =>
  foundFor(condition, facts, occasion).map((found) => ({
    ...found,
    port,
    words: {
      ja: conditionWords(found.condition, 'ja', names.ja),
      en: conditionWords(found.condition, 'en', names.en),
    },
  }));

/** A mail that was held back. */
export const heldRow = (entry: Extract<Entry, { kind: 'held' }>, passage: number, { holds }: Reading): TraceRow => ({
  at: iso(entry.at),
  node: entry.mail.node,
  passage,
  warnings: [],
  kind: 'held',
  why: entry.why,
  until: entry.until === null ? null : iso(entry.until),
  steps: entry.until === null ? [] : holdSteps({ since: entry.at, until: entry.until, why: entry.why }, holds),
});

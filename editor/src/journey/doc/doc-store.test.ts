import { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { findCycle } from '@tabiji/shared/journey/cycle.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomJourney } from '../random-journey.fixture.ts';
import type { Command } from './commands.ts';
import { createDocStore } from './doc-store.ts';
import { portsOf } from './ports.ts';

/** A command chosen by numbers, so that it fits whatever the journey has become. */
interface Choice {
  what: number;
  where: number;
  other: number;
}

const choice = (): fc.Arbitrary<Choice> => fc.record({ what: fc.nat(99), where: fc.nat(99), other: fc.nat(99) });
const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];

function commandFor(graph: JourneyGraph, { what, where, other }: Choice, serial: number): Command | undefined {
  const ids = Object.keys(graph.nodes);
  const [id, to] = [pick(ids, where) ?? '', pick(ids, other) ?? ''];
  const node = graph.nodes[id];
  const port = node && pick(portsOf(node), other)?.id;
  const type = pick(['wait', 'email', 'branch', 'exit'], other) ?? 'wait';
  const branches = Array.from({ length: (other % 3) + 1 }, (_, i) => ({ port: `p${i}`, when: { all: [] } }));
  return pick<Command | undefined>(
    [
      port === undefined ? undefined : { do: 'insertAt', at: { node: id, port }, id: `new${serial}`, type, salt: 's' },
      { do: 'delete', ids: [id], heal: other % 2 === 0 },
      { do: 'delete', ids: [id, to], heal: true },
      { do: 'duplicate', id, as: `copy${serial}`, salt: 's' },
      port === undefined ? undefined : { do: 'connect', from: { node: id, port }, to },
      port === undefined ? undefined : { do: 'disconnect', from: { node: id, port } },
      node?.type === 'branch' ? { do: 'setConfig', id, path: ['branches'], value: branches } : undefined,
      node?.type === 'wait' ? { do: 'setConfig', id, path: ['for'], value: `P${other}D` } : undefined,
      { do: 'rename', id, name: `name ${other}` },
      { do: 'setNote', id, note: `note ${other}` },
      { do: 'toggleDisabled', id },
      { do: 'renameJourney', name: `journey ${other}` },
      { do: 'setSettings', key: 'reentry', value: other % 2 ? 'always' : undefined },
    ],
    what,
  );
}

/** Every change a second apart, so that none joins. */
function open(graph: JourneyGraph) {
  let clock = 0;
  return createDocStore(graph, { now: () => (clock += 1000), selected: () => null });
}

function run(graph: JourneyGraph, choices: Choice[]) {
  const doc = open(graph);
  const states = [JSON.stringify(doc.store.getState().graph)];
  choices.forEach((each, i) => {
    const command = commandFor(doc.store.getState().graph, each, i);
    if (command && doc.dispatch(command)) states.push(JSON.stringify(doc.store.getState().graph));
  });
  return { doc, states };
}

describe('after any commands on any journey', () => {
  const cases = [randomJourney(), fc.array(choice(), { maxLength: 60 })] as const;

  test('the graph is well formed: it parses, nothing dangles, nothing goes in a circle', () => {
    fc.assert(
      fc.property(...cases, (graph, choices) => {
        const result = run(graph, choices).doc.store.getState().graph;
        expect(JourneyGraph.safeParse(result).success).toBe(true);
        const targets = Object.values(result.nodes).flatMap(({ next }) => Object.values(next));
        expect(targets.filter((target) => target && !result.nodes[target])).toEqual([]);
        expect(findCycle(result)).toBeUndefined();
        expect(result.nodes[result.start]?.type).toBe('start');
      }),
      { numRuns: 500 },
    );
  });

  test('undoing everything gives the first document, redoing everything the last, byte for byte', () => {
    fc.assert(
      fc.property(...cases, (graph, choices) => {
        const { doc, states } = run(graph, choices);
        const json = () => JSON.stringify(doc.store.getState().graph);
        for (const expected of states.toReversed().slice(1)) {
          doc.undo();
          expect(json()).toBe(expected);
        }
        expect(doc.undo()).toBeUndefined();
        for (const expected of states.slice(1)) {
          doc.redo();
          expect(json()).toBe(expected);
        }
        expect(doc.redo()).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  test('every card has a place on the canvas', () => {
    fc.assert(
      fc.property(...cases, (graph, choices) => {
        const { graph: result, layout } = run(graph, choices).doc.store.getState();
        expect([...layout.places.keys()].toSorted()).toEqual(Object.keys(result.nodes).toSorted());
      }),
      { numRuns: 100 },
    );
  });
});

import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandFor, randomChoice, type Choice } from '../random-command.fixture.ts';
import { randomJourney } from '../random-journey.fixture.ts';
import { createDocStore } from './doc-store.ts';

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
  const cases = [randomJourney(), fc.array(randomChoice(), { maxLength: 60 })] as const;

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
      { numRuns: 100 },
    );
  });
});

import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import fc from 'fast-check';
import { freeze } from 'immer';
import { expect } from 'vitest';
import { layoutOf } from '../layout.ts';
import { commandFor, randomChoice, type Choice } from '../random-command.fixture.ts';
import { randomJourney } from '../random-journey.fixture.ts';
import { applyCommand } from './apply.ts';
import { NO_HISTORY, redo, remember, undo } from './history.ts';
import { faultsOf, overlapsIn } from './journey-rules.fixture.ts';

/** A random journey and 60 random commands for it. */
export const randomRun = () => [randomJourney(), fc.array(randomChoice(), { minLength: 60, maxLength: 60 })] as const;

/** Gives the commands to the journey one after the other and judges every result, there and back. */
export function judgeRun(journey: JourneyGraph, choices: readonly Choice[]): 'whole' {
  let graph = freeze(journey, true);
  let [layout, history] = [layoutOf(journey), NO_HISTORY];
  const states = [JSON.stringify(graph)];
  choices.forEach((choice, i) => {
    const command = commandFor(graph, choice, i);
    const change = command && applyCommand(graph, command);
    if (!change) return;
    expect(faultsOf(change.after, graph), JSON.stringify(command)).toEqual([]);
    layout = layoutOf(change.after, layout);
    expect(layout.places.size).toBe(Object.keys(change.after.nodes).length);
    expect(overlapsIn(layout), JSON.stringify(command)).toEqual([]);
    history = remember(history, { ...change, key: undefined }, { at: i, selected: null });
    graph = change.after;
    states.push(JSON.stringify(graph));
  });
  for (const expected of states.toReversed().slice(1)) {
    const moved = undo(history);
    expect(JSON.stringify(moved?.graph)).toBe(expected);
    if (moved) ({ history } = moved);
  }
  expect(undo(history)).toBeUndefined();
  for (const expected of states.slice(1)) {
    const moved = redo(history);
    expect(JSON.stringify(moved?.graph)).toBe(expected);
    if (moved) ({ history } = moved);
  }
  expect(redo(history)).toBeUndefined();
  return 'whole';
}

import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import { produce } from 'immer';
import { definitionOf, type Command } from './commands.ts';

/**
 * A change that was made. Both graphs are immutable and share everything that did not change, so keeping them costs
 * as little as patches would, and going back gives the very same document (a patch returns a removed key at the end).
 */
export interface Change {
  label: Words;
  before: JourneyGraph;
  after: JourneyGraph;
  /** Joins with the next change of the same key. */
  key: string | undefined;
}

/** What a command does to a graph; undefined when it leaves the graph alone. */
export function applyCommand(graph: JourneyGraph, command: Command): Change | undefined {
  const { reduce, label, joins } = definitionOf(command);
  const after = produce(graph, (draft) => reduce(draft, command));
  if (after === graph) return undefined;
  return { label: label(graph, command), before: graph, after, key: joins?.(command) };
}

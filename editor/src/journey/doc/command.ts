import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Words } from '@tabiji/shared/locale.ts';

/** A named change of a journey: a pure reducer over an immer draft, and what people read about it. */
export interface CommandDefinition<Args> {
  /** Changes the draft; leaves it alone when the command makes no sense for this graph. Never throws. */
  reduce: (draft: JourneyGraph, args: Args) => void;
  /** What undo, redo and the live region call it; `graph` is the state before. */
  label: (graph: JourneyGraph, args: Args) => Words;
  /** Consecutive commands with the same key shortly after each other become one step of the history. */
  joins?: (args: Args) => string;
}

/** Declares a command. */
export const defineCommand = <Args>(definition: CommandDefinition<Args>): CommandDefinition<Args> => definition;

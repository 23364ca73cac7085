import type { JSONColumnType } from 'kysely';
import type { Json } from '@tabiji/shared/json.ts';
import type { Day } from '@tabiji/shared/time/day.ts';

/**
 * What a row of counters counts. `name` is the port (left), the reason (exit), the template (sent, clicked, goal: a
 * passage met its goal after this mail) or why a mail did not go (unsent). `moved`: people decided that somebody stands
 * elsewhere, or goes by another version; it may be negative.
 */
export type CountKind = 'entered' | 'left' | 'exit' | 'moved' | 'sent' | 'unsent' | 'clicked' | 'goal';

export interface JourneyCountTable {
  workspace_id: number;
  journey_id: number;
  version: number;
  n: number;
  kind: CountKind;
  node: string;
  name: string;
}

/** A counter that was just written; `day` is the local date, null in what an older version wrote. */
export interface JourneyDeltaTable extends JourneyCountTable {
  day: Day | null;
}

export interface JourneyDayTable extends JourneyCountTable {
  day: Day;
}

export interface NodeBoardTable {
  workspace_id: number;
  journey_id: number;
  node: string;
  board: JSONColumnType<Json & object>;
  updated_at: Date;
}

import type { JSONColumnType } from 'kysely';
import type { Json } from '@tabiji/shared/json.ts';

/** What somebody did by hand to people inside a journey. Rows are only ever added. */
export interface InterventionTable {
  workspace_id: number;
  id: number;
  at: Date;
  real_at: Date;
  journey_id: number;
  people: number;
  action: 'move_on' | 'end' | 'export' | 'release' | 'withdraw';
  actor: string;
  origin: string;
  agent: string;
  chosen: JSONColumnType<Json & object>;
  enrollments: number[];
}

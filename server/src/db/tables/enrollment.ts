import type { Generated, JSONColumnType } from 'kysely';
import type { Step } from '@tabiji/shared/engine/walk.ts';
import type { Json } from '@tabiji/shared/json.ts';
import type { Intent } from '@tabiji/shared/nodes/outcome.ts';

export interface EnrollmentTable {
  workspace_id: number;
  id: number;
  customer_id: number;
  due_at: Date | null;
  entered_at: Date;
  entered_arrival: number;
  ended_at: Date | null;
  journey_id: number;
  version: number;
  visit: Generated<number>;
  shard: number;
  node: string;
  port: string | null;
  exit_reason: string | null;
  error: string | null;
  intent: JSONColumnType<Intent> | null;
  listens: Generated<boolean>;
  memory: JSONColumnType<Record<string, Json>> | null;
  held_due: Date | null;
  entered_by: string | null;
  /** Node → [time, arrival] */
  left_nodes: JSONColumnType<Record<string, [number, number]>> | null;
}

/** What an enrollment is found by, and what happens once only. */
export interface EntryTable {
  workspace_id: number;
  customer_id: number;
  enrollment_id: number;
  journey_id: number;
  /** What may start this journey once for this customer. */
  entry_key: string;
}

/** Somebody was not let in: last when, how often. */
export interface RefusalTable {
  workspace_id: number;
  customer_id: number;
  at: Date;
  journey_id: number;
  times: Generated<number>;
  because: string;
  detail: string;
}

/** Customers who had met a trigger before it was published, let in page by page. */
export interface TakeInTable {
  workspace_id: number;
  journey_id: number;
  version: number;
  cursor: Generated<number>;
  entered: Generated<number>;
  existing: string;
  asked_at: Date;
  finished_at: Date | null;
}

export interface DiaryTable {
  workspace_id: number;
  enrollment_id: number;
  at: Date;
  received_at: Date;
  visit: number;
  steps: JSONColumnType<Step[]>;
}

/** By which port a customer first left a node that keeps it. */
export interface ChoiceTable {
  workspace_id: number;
  customer_id: number;
  enrollment_id: number;
  arrival: number;
  at: Date;
  journey_id: number;
  version: number;
  /** Whether the goal was met in time; null: not judged. */
  met: boolean | null;
  node: string;
  port: string;
}

/** Work of a node type's own, still to be done. */
export interface EffectTable {
  workspace_id: number;
  id: number;
  customer_id: number;
  enrollment_id: number;
  journey_id: number;
  version: number;
  visit: number;
  attempts: Generated<number>;
  fence: Generated<number>;
  asked_at: Date;
  retry_at: Generated<Date>;
  lease_until: Date | null;
  first_attempt_at: Date | null;
  status: Generated<'queued' | 'working' | 'unknown'>;
  node: string;
  performer: string;
  payload: JSONColumnType<Json & object>;
  key: string;
  error: string | null;
}

import type { Generated, JSONColumnType } from 'kysely';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';

export interface JourneyTable {
  workspace_id: number;
  id: Generated<number>;
  name: string;
  status: Generated<'draft' | 'live'>;
  draft: JSONColumnType<JourneyGraph>;
  draft_rev: Generated<number>;
  changed: Generated<boolean>;
  version: number | null;
  created_at: Date;
  updated_at: Date;
}

export interface JourneyVersionTable {
  workspace_id: number;
  journey_id: number;
  version: number;
  graph: JSONColumnType<JourneyGraph>;
  /** Template key → template_version.id */
  templates: JSONColumnType<Record<string, number>>;
  published_at: Date;
}

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
  entry_key: string;
  exit_reason: string | null;
  error: string | null;
  intent: JSONColumnType<{ from: number }> | null;
  /** Node → [time, arrival] */
  left_nodes: JSONColumnType<Record<string, [number, number]>> | null;
}

export interface DiaryTable {
  workspace_id: number;
  enrollment_id: number;
  at: Date;
  received_at: Date;
  visit: number;
  steps: JSONColumnType<[node: string, outcome: string, name: string | null, until?: number][]>;
}

/** What a row of counters counts; `name` is the port, the reason or the template. */
export type CountKind = 'entered' | 'left' | 'exit' | 'sent';

export interface JourneyCountTable {
  workspace_id: number;
  journey_id: number;
  version: number;
  n: number;
  kind: CountKind;
  node: string;
  name: string;
}

import type { Generated, JSONColumnType } from 'kysely';
import type { Person } from '@tabiji/shared/api/drafts.ts';
import type { Review, ReviewState } from '@tabiji/shared/api/reviews.ts';
import type { ExpectedStep, KeptSetup } from '@tabiji/shared/api/journey-cases.ts';
import type { JourneyStatus } from '@tabiji/shared/api/journey-life.ts';
import type { Step } from '@tabiji/shared/engine/walk.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import type { PublishPlan } from '@tabiji/shared/journey/publish-plan.ts';
import type { Json } from '@tabiji/shared/json.ts';
import type { Intent } from '@tabiji/shared/nodes/outcome.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import type { Day } from '@tabiji/shared/time/day.ts';

export interface JourneyTable {
  workspace_id: number;
  id: Generated<number>;
  name: string;
  status: Generated<JourneyStatus>;
  draft: JSONColumnType<JourneyGraph>;
  draft_rev: Generated<number>;
  changed: Generated<boolean>;
  version: number | null;
  /** Whether its elapsed triggers have yet to be planned for everybody. */
  planning: Generated<boolean>;
  created_at: Date;
  updated_at: Date;
  /** Workspace time. */
  paused_at: Date | null;
  change: JSONColumnType<Change> | null;
  /** Who saved the draft last. */
  draft_by: JSONColumnType<Person> | null;
}

/** A resume or stop under way; every page moves it on in its own transaction. */
export interface Change {
  do: 'resume' | 'stop';
  /** shift: everybody's instants · letters, people: what was held is released · end: everybody leaves. */
  step: 'shift' | 'letters' | 'people' | 'end';
  /** Workspace time at which it was asked for. */
  at: Millis;
  shiftMs: Millis;
  /** Letters that were due before this are passed over. */
  staleBefore: Millis | null;
  /** Id of the last row done in this step. */
  after: number;
  done: number;
  total: number;
  /** The journey was paused again meanwhile. */
  pauseAfter?: true;
}

export interface JourneyVersionTable {
  workspace_id: number;
  journey_id: number;
  version: number;
  graph: JSONColumnType<JourneyGraph>;
  /** Whether somebody may be inside of it. */
  travelled: Generated<boolean>;
  /** Template key → template_version.id */
  templates: JSONColumnType<Record<string, number>>;
  published_at: Date;
  /** What happened to those who were inside by the version before. */
  plan: JSONColumnType<PublishPlan, string | undefined>;
}

/** What people want to know of a version: who published it, why, what it changed. Versions of old have none. */
export interface PublishRecordTable {
  workspace_id: number;
  journey_id: number;
  version: number;
  /** The version whose document it brought back. */
  restores: number | null;
  name: string | null;
  note: string | null;
  published_by: string | null;
  approved_by: string | null;
  /** In words; null: the first version. */
  changes: JSONColumnType<Record<Locale, string[]>> | null;
  /** Node → how many rested there and were decided about. */
  people: JSONColumnType<Record<string, number>>;
}

/** What a colleague is asked to look at before the next publish. */
export interface JourneyReviewTable {
  workspace_id: number;
  journey_id: number;
  rev: number;
  state: ReviewState;
  asked_by: string | null;
  reviewer: string;
  /** Workspace time. */
  asked_at: Date;
  comments: JSONColumnType<Review['comments']>;
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

/** What somebody did by hand to people inside a journey. Rows are only ever added. */
export interface InterventionTable {
  workspace_id: number;
  id: number;
  at: Date;
  real_at: Date;
  journey_id: number;
  people: number;
  action: 'move_on' | 'end' | 'export';
  actor: string;
  origin: string;
  agent: string;
  chosen: JSONColumnType<Json & object>;
  enrollments: number[];
}

export interface NodeBoardTable {
  workspace_id: number;
  journey_id: number;
  node: string;
  board: JSONColumnType<Json & object>;
  updated_at: Date;
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

/** What customers are asked by links in mails. */
export interface QuestionTable {
  workspace_id: number;
  updated_at: Date;
  name: string;
  text: string;
  answers: JSONColumnType<{ value: string; label: string }[]>;
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

/** A number for the present state of what is live in a workspace. */
export interface SetupRevisionTable {
  workspace_id: number;
  revision: number;
}

/** A saved trace: what must be true of the journey after every change. */
export interface JourneyCaseTable {
  workspace_id: number;
  id: Generated<number>;
  journey_id: number;
  name: string;
  setup: JSONColumnType<KeptSetup>;
  expected: JSONColumnType<ExpectedStep[]>;
  created_at: Date;
}

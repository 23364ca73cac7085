import type { Generated, JSONColumnType } from 'kysely';
import type { Person } from '@tabiji/shared/api/drafts.ts';
import type { JourneyStatus } from '@tabiji/shared/api/journey-life.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { PublishPlan } from '@tabiji/shared/journey/publish-plan.ts';
import type { Millis } from '@tabiji/shared/time.ts';

export interface JourneyTable {
  workspace_id: number;
  id: Generated<number>;
  name: string;
  /** Whether it is a mailing: made by its form, not drawn, and not listed among journeys. */
  mailing: Generated<boolean>;
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
  /** How many mails are to be looked at before any of them goes; null: they go by themselves. */
  hold_first: number | null;
}

/** A time during which mails of a journey waited for somebody's release. Workspace time. */
export interface ReleaseHoldTable {
  workspace_id: number;
  id: Generated<number>;
  journey_id: number;
  version: number;
  first: number;
  held_at: Date;
  held_by: string | null;
  ended_at: Date | null;
  ended_by: string | null;
  outcome: 'released' | 'stopped' | null;
  /** That waited when it ended. */
  mails: number | null;
  note: string | null;
}

/** A resume, stop or release under way; every page moves it on in its own transaction. */
export interface Change {
  do: 'resume' | 'stop' | 'release';
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
  /** So many mails were released meanwhile: that begins when this is done. */
  thenRelease?: number;
}

export interface JourneyVersionTable {
  workspace_id: number;
  journey_id: number;
  version: number;
  graph: JSONColumnType<JourneyGraph>;
  /** Whether somebody may be inside of it. */
  travelled: Generated<boolean>;
  /** Template key → template_version.id */
  senders: JSONColumnType<Record<string, string>, string | undefined>;
  templates: JSONColumnType<Record<string, number>>;
  published_at: Date;
  /** What happened to those who were inside by the version before. */
  plan: JSONColumnType<PublishPlan, string | undefined>;
}

/** A number for the present state of what is live in a workspace. */
export interface SetupRevisionTable {
  workspace_id: number;
  revision: number;
}

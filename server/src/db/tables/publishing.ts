import type { Generated, JSONColumnType } from 'kysely';
import type { Review, ReviewState } from '@tabiji/shared/api/reviews.ts';
import type { ExpectedStep, KeptSetup } from '@tabiji/shared/api/journey-cases.ts';
import type { Locale } from '@tabiji/shared/locale.ts';

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

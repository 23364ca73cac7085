import type { Generated, JSONColumnType } from 'kysely';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { LetterheadPart } from '@tabiji/shared/api/reviews.ts';
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

/** Something that was asked, said or decided about a draft; rows are only ever added. */
export interface ApprovalTable {
  workspace_id: number;
  id: number;
  journey_id: number;
  did: 'asked' | 'said' | 'approved' | 'changes_wanted' | 'published';
  rev: number;
  /** Of what it is about: the graph and the mails it sends. */
  hash: string;
  /** The same; null where nothing is decided. */
  content: JSONColumnType<ReviewedContent, string | null> | null;
  by_id: string | null;
  by_name: string | null;
  /** Of what is asked: whom. */
  reviewer: string | null;
  text: string | null;
  /** Of what is published. */
  version: number | null;
  /** Workspace time. */
  at: Date;
}

/** What an approval is about: the graph without its notes, and what the mails are, hashed, by key. */
export interface ReviewedContent {
  graph: JourneyGraph;
  mails: Record<string, string>;
  /** Absent in what was approved before it counted. */
  letterhead?: ReviewedLetterhead;
}

/** What mails take from the shop's settings: brand values and identity by name, who writes by node, hashed. */
export type ReviewedLetterhead = Record<LetterheadPart, Record<string, string>>;

/** What somebody said about a journey or a node of it; of a thread the first one says whether it is settled. */
export interface JourneyCommentTable {
  workspace_id: number;
  id: number;
  journey_id: number;
  node: string | null;
  thread: number;
  by_id: string | null;
  by_name: string | null;
  text: string;
  /** Workspace time. */
  at: Date;
  resolved_at: Date | null;
  resolved_by: string | null;
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

import type { JSONColumnType } from 'kysely';
import type { Person } from '@tabiji/shared/api/drafts.ts';
import type { Patch } from '@tabiji/shared/journey/patches/patch.ts';
import type { Words } from '@tabiji/shared/locale.ts';

/** One saved change of a journey's draft. */
export interface DraftChangeTable {
  workspace_id: number;
  journey_id: number;
  /** Of the draft with this change. */
  rev: number;
  at: Date;
  tab: string | null;
  person: JSONColumnType<Person> | null;
  labels: JSONColumnType<Words[]>;
  patches: JSONColumnType<Patch[]>;
}

/** Who edits a journey's draft now; all instants are real time. */
export interface DraftLeaseTable {
  workspace_id: number;
  journey_id: number;
  tab: string;
  person: JSONColumnType<Person>;
  until: Date;
  asked_tab: string | null;
  asked_person: JSONColumnType<Person> | null;
  asked_until: Date | null;
  hand_over_at: Date | null;
}

import type { JourneyStatus } from '@tabiji/shared/api/journey-life.ts';
import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import type { VersionKey } from '../../journeys/compiled.ts';
import type { VersionRow } from '../../journeys/versions.sql.ts';
import type { Membership } from '../../segments/segments.sql.ts';
import type { DueTimer, PlannedTimer } from '../timers.sql.ts';

/** What people have drawn: journeys and segments. */
export interface Setup {
  /** Published versions by journey and number. */
  versions(wanted: readonly VersionKey[]): Promise<VersionRow[]>;
  /** The version by which each live journey takes customers in now. */
  live(): Promise<VersionKey[]>;
  /** Published versions that somebody may be inside of. */
  travelled(): Promise<VersionKey[]>;
  /** Keeps live versions and conditions as they are until the transaction ends; answers with their revision. */
  hold(): Promise<number>;
  /** Names the present state of live versions and conditions: another number after every change. */
  revision(): Promise<number>;
  /** Those of these journeys that do not run now, with what they are. */
  frozen(journeys: readonly number[]): Promise<Map<number, JourneyStatus>>;
  /** Every segment's condition. */
  conditions(): Promise<{ id: number; key: string; condition: Condition }[]>;
}

/** Who is in which segment. */
export interface Segments {
  add(at: Millis, members: readonly Membership[]): Promise<void>;
  remove(members: readonly Membership[]): Promise<void>;
}

/** What must happen to a customer at an instant. */
export interface Timers {
  /** Plans, moves and takes back timers. */
  write(timers: readonly PlannedTimer[]): Promise<void>;
  /** Timers that are due, without locking them: their customers are locked first. */
  due(now: Millis, limit: number): Promise<DueTimer[]>;
  /** Takes the due timers of these (locked) customers out. */
  take(now: Millis, customers: readonly number[]): Promise<DueTimer[]>;
  /** Locks a schedule that is due; undefined when somebody else has it. */
  lockSchedule(now: Millis, ref: string): Promise<DueTimer | undefined>;
  /** Keeps how far a locked schedule has come; `at` null: it never comes again. */
  moveSchedule(ref: string, to: { at: Millis | null; cursor: number }): Promise<void>;
  /** The earliest timer; null when there is none. */
  nextAt(): Promise<Millis | null>;
}

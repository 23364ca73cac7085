import type { Millis } from '@tabiji/shared/time.ts';
import type { DiaryEntry } from '../diary.sql.ts';
import type { ActiveRow } from '../endings.sql.ts';
import type { DueRow, Moved } from '../enrollments.sql.ts';
import type { Entry } from '../entries.sql.ts';
import type { EntryHistory } from '../enroll.ts';
import type { Replanned } from '../plan-again.ts';
import type { Refused } from '../refusals.sql.ts';
import type { Result } from '../resume.sql.ts';
import type { Counted } from '../tally.ts';

/** Where enrollments stand. */
export interface Positions {
  /** Locks due positions until the transaction ends; rows that others hold are passed over. */
  claimDue(want: { shards: readonly number[]; now: Millis; limit: number }): Promise<DueRow[]>;
  /** Keeps due people of paused journeys where they are until their journey goes on. */
  shelve(ids: readonly number[]): Promise<void>;
  /** Leaves positions as they are and due again at an instant, for a newer process that knows their node's type. */
  leave(ids: readonly number[], until: Millis): Promise<void>;
  /** Takes one enrollment out of the running with the error that stopped it. */
  park(id: number, error: string): Promise<void>;
  /** Writes positions back, guarded by the visit counter. @throws Error when a row has moved since it was claimed */
  write(moved: readonly Moved[]): Promise<void>;
  /** The earliest instant at which an enrollment is due; null when none is. */
  nextDueAt(): Promise<Millis | null>;
  /** Passages under way of some customers. */
  activeOf(customers: readonly number[]): Promise<ActiveRow[]>;
  /** Ends passages wherever they stand; answers with where that was, and at which visit. */
  end(ended: readonly { id: number; reason: string }[]): Promise<{ id: number; visit: number; node: string }[]>;
  /** Lets enrollments go on whose effects have been done; a result for another visit changes nothing. */
  resume(results: readonly Result[]): Promise<void>;
  /** Lets listeners go on that have heard something; locks their rows, waiting for whoever holds them. */
  wake(heard: readonly Result[]): Promise<void>;
  /** Gives sleepers another instant, each as a pass of its own; answers with the ids of those that moved. */
  move(planned: readonly Replanned[]): Promise<number[]>;
  /** Earlier passages of customers through journeys, by `customer.journey.key`; of their entry keys those in `asked`. */
  findEntries(
    doors: readonly { customerId: number; version: { journeyId: number } }[],
    asked: readonly string[],
  ): Promise<Map<string, EntryHistory>>;
  /** Notes who was not let in, and why: the last time per reason. */
  refuse(refusals: readonly Refused[]): Promise<void>;
  insert(ids: readonly number[], entries: readonly Entry[]): Promise<void>;
}

/** What is written down of passes, for good. */
export interface Diary {
  write(receivedAt: Millis, entries: readonly DiaryEntry[]): Promise<void>;
  /** Appends the sums of a chunk. */
  count(sums: readonly Counted[]): Promise<void>;
}

import { setTimeout as pause } from 'node:timers/promises';
import { databaseTrouble } from '../db/trouble.ts';

export interface Patience {
  /** How long to go on trying while the database is away. */
  patienceMs: number;
  signal: AbortSignal;
  onTrouble: (reason: string) => void;
}

const LONGEST_PAUSE = 8_000;
/** Two transactions met and the database chose one of them: deadlock, serialization failure. */
const MET = new Set(['40P01', '40001']);

/**
 * Does `work`, which is one transaction, again while the database is away or chose somebody else.
 * @throws what `work` threw when it is about something else, or when patience has come to an end
 */
export async function persistently<T>(work: () => Promise<T>, { patienceMs, signal, onTrouble }: Patience): Promise<T> {
  const started = performance.now();
  for (let wait = 250; ; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
    try {
      return await work();
    } catch (error) {
      const reason = MET.has(codeOf(error)) ? 'Another transaction was faster.' : databaseTrouble(error);
      if (reason === undefined || signal.aborted || performance.now() - started + wait > patienceMs) throw error;
      onTrouble(reason);
      await pause(wait);
    }
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

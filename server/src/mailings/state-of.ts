import type { MailingState } from '@tabiji/shared/api/mailings.ts';
import type { MailingRow } from './mailings.sql.ts';

/** Where a mailing is, by its journey, its timer and its people. */
export function stateOf(
  { status, timer_at, cursor, inside, entered }: Omit<MailingRow, 'id' | 'name' | 'graph'>,
  now: number,
): MailingState {
  if (status === 'draft' || status === 'paused') return status;
  if (status === 'stopped') return entered === 0 ? 'cancelled' : 'stopped';
  if (status === 'archived') return 'done';
  if (timer_at !== null) return timer_at.getTime() > now && cursor === 0 ? 'scheduled' : 'running';
  return inside > 0 ? 'running' : 'done';
}

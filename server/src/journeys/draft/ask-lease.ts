import type { AskLease, Lease } from '@tabiji/shared/api/drafts.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { Trx } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';
import { getStanding } from '../journeys.sql.ts';
import type { Author } from './author.ts';
import { decideLease } from './decide-lease.ts';
import { lockLease, setLease } from './lease.sql.ts';

/**
 * Says what a window wants of a draft, and hears who edits it. Said again every ten seconds while it is wanted.
 * @throws AppError `not_found`; `invalid` when the request does not say who asks
 */
export async function askLease(
  trx: Trx,
  here: Here,
  id: number,
  { want, opened }: AskLease,
  { person, tab }: Author,
): Promise<Lease> {
  if (!person || tab === null)
    throw new AppError('invalid', 'Say who asks: the header tabiji-person, as id=…&name=…&tab=….', {
      field: 'tabiji-person',
    });
  const { rev, version } = await getStanding(trx, here.id, id);
  const before = await lockLease(trx, here.id, id);
  const now = here.realNow;
  const state = decideLease(before, { person, tab, opened }, want, now);
  if (JSON.stringify(state) !== JSON.stringify(before)) await setLease(trx, here.id, id, state);
  return {
    mine: state?.tab === tab,
    holder: state?.person ?? null,
    asked:
      (state?.asked && {
        person: state.asked.person,
        inMs: state.handOverAt === null ? null : Math.max(0, state.handOverAt - now),
      }) ||
      null,
    rev,
    version,
  };
}

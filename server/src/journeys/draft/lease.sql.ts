import { sql } from 'kysely';
import type { Trx } from '../../db/database.ts';
import type { LeaseState } from './decide-lease.ts';

const LEASING = 7104;

/** The lease of a draft, until the end of the transaction for nobody else; also where there is no row yet. */
export async function lockLease(trx: Trx, workspaceId: number, journeyId: number): Promise<LeaseState | null> {
  await sql`select pg_advisory_xact_lock(${LEASING}, ${journeyId})`.execute(trx);
  const row = await trx
    .selectFrom('draft_lease')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('journey_id', '=', journeyId)
    .executeTakeFirst();
  if (!row) return null;
  const { person, until, asked_tab, asked_person, asked_until, hand_over_at } = row;
  const asked =
    asked_tab !== null && asked_person && asked_until
      ? { tab: asked_tab, person: asked_person, until: asked_until.getTime() }
      : null;
  return { ...visitOf(row.tab), person, until: until.getTime(), asked, handOverAt: hand_over_at?.getTime() ?? null };
}

/** A window and when it opened the journey, from one column; before there was an instant, the window stood alone. */
function visitOf(text: string): Pick<LeaseState, 'tab' | 'opened'> {
  const [, tab = text, opened = '0'] = /^(.*)@(\d+)$/.exec(text) ?? [];
  return { tab, opened: Number(opened) };
}

/** Writes what became of a lease; null: nobody holds it. */
export async function setLease(
  trx: Trx,
  workspaceId: number,
  journeyId: number,
  state: LeaseState | null,
): Promise<void> {
  if (!state) {
    await trx
      .deleteFrom('draft_lease')
      .where('workspace_id', '=', workspaceId)
      .where('journey_id', '=', journeyId)
      .execute();
    return;
  }
  const { tab, opened, person, until, asked, handOverAt } = state;
  const values = {
    tab: `${tab}@${opened}`,
    person: JSON.stringify(person),
    until: new Date(until),
    asked_tab: asked?.tab ?? null,
    asked_person: asked && JSON.stringify(asked.person),
    asked_until: asked && new Date(asked.until),
    hand_over_at: handOverAt === null ? null : new Date(handOverAt),
  };
  await trx
    .insertInto('draft_lease')
    .values({ workspace_id: workspaceId, journey_id: journeyId, ...values })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'journey_id']).doUpdateSet(values))
    .execute();
}

import type { ExpectedStep, JourneyCase, KeptSetup } from '@tabiji/shared/api/journey-cases.ts';
import type { Trx } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';

const COLUMNS = ['id', 'name', 'setup', 'expected', 'created_at'] as const;

/** The cases of a journey, in the order in which they were saved. */
export async function listCases(trx: Trx, here: Here, journeyId: number): Promise<JourneyCase[]> {
  const rows = await trx
    .selectFrom('journey_case')
    .select(COLUMNS)
    .where('workspace_id', '=', here.id)
    .where('journey_id', '=', journeyId)
    .orderBy('id')
    .execute();
  return rows.map(({ created_at, ...row }) => ({ ...row, createdAt: created_at.toISOString() }));
}

export async function insertCase(
  trx: Trx,
  here: Here,
  one: { journeyId: number; name: string; setup: KeptSetup; expected: readonly ExpectedStep[] },
): Promise<JourneyCase> {
  const { created_at, ...row } = await trx
    .insertInto('journey_case')
    .values({
      workspace_id: here.id,
      journey_id: one.journeyId,
      name: one.name,
      setup: JSON.stringify(one.setup),
      expected: JSON.stringify(one.expected),
      created_at: new Date(here.realNow),
    })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
  return { ...row, createdAt: created_at.toISOString() };
}

/** @returns whether there was one */
export async function deleteCase(trx: Trx, here: Here, journeyId: number, id: number): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('journey_case')
    .where('workspace_id', '=', here.id)
    .where('journey_id', '=', journeyId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

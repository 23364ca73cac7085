import type { InterventionTable } from '../../db/tables/intervention.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';
import { nextRowNumbers } from '../../db/numbers.sql.ts';
import type { Chosen } from './chosen.sql.ts';

/** Who does something to people by hand, and from where. */
export interface By {
  /** How they were let in: `token`, or `this_machine` where no token is asked for. */
  actor: string;
  origin: string;
  agent: string;
}

export interface Intervention {
  journeyId: number;
  action: InterventionTable['action'];
  by: By;
  chosen: Chosen;
  people: number;
  /** Whom it concerned; empty for an export. */
  enrollments: readonly number[];
}

/** Keeps for good what somebody did; the application can add such rows, and neither change nor remove them. */
export async function keepIntervention(trx: Trx, here: Here, one: Intervention): Promise<void> {
  const [id] = await nextRowNumbers(trx, 1);
  await trx
    .insertInto('intervention')
    .values({
      workspace_id: here.id,
      id: id!,
      at: new Date(here.now),
      real_at: new Date(here.realNow),
      journey_id: one.journeyId,
      people: one.people,
      action: one.action,
      actor: one.by.actor,
      origin: one.by.origin,
      agent: one.by.agent.slice(0, 300),
      chosen: JSON.stringify(one.chosen),
      enrollments: [...one.enrollments],
    })
    .execute();
}

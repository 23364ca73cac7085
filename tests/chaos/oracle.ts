import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import type { Services } from '@tabiji/server/services.ts';
import { sql } from 'kysely';
import { LETTERS_EACH, persistently } from './shop.ts';

/** What a workspace's rows say at the end. */
export interface Books {
  /** Customers whose passage has not come to its end, or has not begun. */
  unfinished: number;
  /** Passes that are in the diary twice, or missing from it. */
  advancedTwice: number;
  /** Letters of which nobody knows whether they arrived: plain SMTP, broken off in the middle. Listed in the archive. */
  unknown: number;
  /** Letters archived as sent, per address and template. */
  sent: number;
}

export const booksOf = (services: Services, workspaceId: number, customers: number): Promise<Books> =>
  persistently(() =>
    inWorkspace(services.db, workspaceId, async (trx) => {
      const { rows } = await sql<Books>`
        select ${customers}::int - (select count(*)::int from enrollment where exit_reason = 'completed') as unfinished,
               (select count(*)::int from (
                  select e.id from enrollment e left join diary d on d.enrollment_id = e.id
                   group by e.id, e.visit
                  having count(d.visit) <> e.visit or count(distinct d.visit) <> e.visit) broken) as "advancedTwice",
               (select count(*)::int from message where state = 'unknown') as unknown,
               (select count(*)::int from message where state = 'sent') as sent`.execute(trx);
      return rows[0]!;
    }),
  );

/** How many passages are under way, and how many letters are still to be handed over. */
export const underWay = (services: Services, workspaceId: number): Promise<number> =>
  persistently(() =>
    inWorkspace(services.db, workspaceId, async (trx) => {
      const { rows } = await sql<{ n: number }>`
        select (select count(*)::int from enrollment where ended_at is null) + (select count(*)::int from outbox) as n`.execute(
        trx,
      );
      return rows[0]!.n;
    }),
  );

/** Compares what a provider took with what everybody was to get. */
export function judgeTaken(taken: Iterable<string>, customers: number): { missing: number; duplicates: number } {
  const counts = new Map<string, number>();
  for (const letter of taken) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  const duplicates = [...counts.values()].reduce((sum, n) => sum + n - 1, 0);
  return { missing: customers * LETTERS_EACH - counts.size, duplicates };
}

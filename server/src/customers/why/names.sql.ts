import { sql } from 'kysely';
import type { NamesOf } from '@tabiji/shared/nodes/define-node.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';

/** What templates and segments are called now. */
export async function namesFor(trx: Trx, here: Here): Promise<NamesOf> {
  const { rows } = await sql<{ kind: string; key: string; name: string }>`
    select 'template' as kind, key, name from template where workspace_id = ${here.id}
    union all select 'segment', key, name from segment where workspace_id = ${here.id}`.execute(trx);
  const of = (kind: string) => new Map(rows.filter((row) => row.kind === kind).map(({ key, name }) => [key, name]));
  const [templates, segments] = [of('template'), of('segment')];
  return { template: (key) => templates.get(key), segment: (key) => segments.get(key) };
}

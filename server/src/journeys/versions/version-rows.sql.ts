import { sql } from 'kysely';
import type { VersionDetail, VersionRow } from '@tabiji/shared/api/versions.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';
import type { PublishRecordTable } from '../../db/tables/publishing.ts';

type Raw = Omit<VersionRow, 'publishedAt' | 'people'> & { publishedAt: Date; people: Record<string, number> | null };

const COLUMNS = sql`
  v.version, v.published_at as "publishedAt", r.published_by as "publishedBy", r.approved_by as "approvedBy", r.name,
  r.note, r.restores, r.changes, v.plan, r.people,
  (select count(*)::int from enrollment e where e.workspace_id = v.workspace_id and e.journey_id = v.journey_id
      and e.version = v.version and e.ended_at is null) as inside`;

const FROM = sql`
  from journey_version v
  left join publish_record r on r.workspace_id = v.workspace_id and r.journey_id = v.journey_id and r.version = v.version`;

/** All versions of a journey, the newest first. */
export async function listVersions(trx: Trx, here: Here, journeyId: number): Promise<VersionRow[]> {
  const { rows } = await sql<Raw>`
    select ${COLUMNS} ${FROM}
     where v.workspace_id = ${here.id} and v.journey_id = ${journeyId} order by v.version desc`.execute(trx);
  return rows.map(rowOf);
}

/** One version with its document. @throws AppError `not_found` */
export async function getVersionDetail(
  trx: Trx,
  here: Here,
  journeyId: number,
  version: number,
): Promise<VersionDetail> {
  const { rows } = await sql<Raw & { graph: JourneyGraph }>`
    select ${COLUMNS}, v.graph ${FROM}
     where v.workspace_id = ${here.id} and v.journey_id = ${journeyId} and v.version = ${version}`.execute(trx);
  const [row] = rows;
  if (!row) throw missing(journeyId, version);
  return { ...rowOf(row), graph: row.graph };
}

export type PublishRecord = Omit<PublishRecordTable, 'workspace_id' | 'changes' | 'people'> & {
  changes: Record<'ja' | 'en', string[]> | null;
  people: Readonly<Record<string, number>>;
};

/** Keeps what people want to know of a version. */
export async function insertPublishRecord(trx: Trx, here: Here, record: PublishRecord): Promise<void> {
  const { changes, people, ...rest } = record;
  await trx
    .insertInto('publish_record')
    .values({
      workspace_id: here.id,
      ...rest,
      changes: changes && JSON.stringify(changes),
      people: JSON.stringify(people),
    })
    .execute();
}

/** @throws AppError `not_found` */
export async function setVersionName(
  trx: Trx,
  here: Here,
  journeyId: number,
  version: number,
  name: string | null,
): Promise<void> {
  const { numAffectedRows } = await sql`
    insert into publish_record (workspace_id, journey_id, version, name)
    select workspace_id, journey_id, version, ${name} from journey_version
     where workspace_id = ${here.id} and journey_id = ${journeyId} and version = ${version}
    on conflict (workspace_id, journey_id, version) do update set name = excluded.name`.execute(trx);
  if (numAffectedRows === 0n) throw missing(journeyId, version);
}

const missing = (journeyId: number, version: number) =>
  new AppError('not_found', `Journey ${journeyId} has no version ${version}.`);

const rowOf = ({ publishedAt, people, ...row }: Raw): VersionRow => ({
  ...row,
  publishedAt: publishedAt.toISOString(),
  people: people ?? {},
});

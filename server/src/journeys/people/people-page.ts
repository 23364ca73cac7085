import type { PeoplePage, PeopleQuery, PersonInside } from '@tabiji/shared/api/people.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';
import { restOf } from '../../customers/why/rests.ts';
import { type VersionWords, wordsOf } from '../../customers/why/version-words.ts';
import { getJourney } from '../journeys.sql.ts';
import { namesIn } from '../versions/names-in.sql.ts';
import { getVersions } from '../versions.sql.ts';
import { countPeople, listPeople, type PersonRow } from './people.sql.ts';

/** People inside a journey, page by page, each with what they rest for. @throws AppError `not_found` */
export async function peoplePage(trx: Trx, here: Here, journeyId: number, query: PeopleQuery): Promise<PeoplePage> {
  await getJourney(trx, here.id, journeyId);
  const { sort, after, limit, ...who } = query;
  const rows = await listPeople(trx, here, journeyId, who, { sort, after, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const words = await wordsFor(trx, here, journeyId, page);
  return {
    people: page.map((row) => personOf(row, words)),
    total: after === undefined ? await countPeople(trx, here, journeyId, who) : null,
    next: rows.length > limit ? page.at(-1)!.cursor : null,
  };
}

/** What the versions that people are on call their nodes. */
export async function wordsFor(
  trx: Trx,
  here: Here,
  journeyId: number,
  rows: readonly { version: number }[],
): Promise<(version: number) => VersionWords> {
  const names = await namesIn(trx, here);
  const wanted = [...new Set(rows.map(({ version }) => version))].map((version) => ({ journey: journeyId, version }));
  const versions = await getVersions(trx, here.id, wanted);
  const known = new Map(versions.map(({ version, graph }) => [version, wordsOf(graph, names)]));
  return (version) => known.get(version) ?? wordsOf(undefined, names);
}

export function personOf(row: PersonRow, words: (version: number) => VersionWords): PersonInside {
  const now = restOf(row, words(row.version).node(row.node), row.letter !== null);
  const held = row.letter?.until ? { ...now, until: new Date(row.letter.until).toISOString() } : now;
  return {
    id: row.id,
    customerId: row.customer_id,
    customer: row.external_id,
    name: row.name,
    version: row.version,
    enteredAt: row.entered_at.toISOString(),
    now: now.state === 'letter' ? held : now,
    because: row.letter?.because ?? row.because,
  };
}

import type { MailFate } from '@tabiji/shared/api/release.ts';
import type { Here } from '../../db/in-workspace.ts';
import { pgStore } from '../../engine/pg-store.ts';
import type { Trx } from '../../db/database.ts';
import type { Due } from '../../messages/due-mail.sql.ts';
import { judgeAgain } from '../../messages/judge.ts';
import { compiledVersions, versionName } from '../compiled.ts';

/** What would become of waiting mails if they were released now, by id: the sender's own judgement, but for the cap. */
export async function fatesOf(trx: Trx, here: Here, mails: readonly Due[]): Promise<Map<number, MailFate>> {
  const keyOf = ({ journeyId, version }: Due) => ({ journey: journeyId, version });
  const versions = await compiledVersions(pgStore(trx, here), here.id, mails.map(keyOf));
  return new Map(
    mails.map((due): [number, MailFate] => {
      const settings = versions.get(versionName(keyOf(due)))?.graph.settings ?? {};
      const journey = due.check.journey === 'unreleased' ? 'live' : due.check.journey;
      return [due.id, asFate(judgeAgain({ due, settings }, { ...due.check, journey }, here))];
    }),
  );
}

function asFate(verdict: ReturnType<typeof judgeAgain>): MailFate {
  if ('send' in verdict) return { kind: 'goes' };
  if ('refused' in verdict) return { kind: 'refused', because: verdict.refused };
  const { held, until } = verdict;
  return { kind: 'later', because: held, until: until === null ? null : new Date(until).toISOString() };
}

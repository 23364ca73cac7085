import type { MailFinding } from '@tabiji/shared/api/mail-page.ts';
import { languageFor } from '@tabiji/shared/mail/languages.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import { nameOfLanguage } from './check-mail.ts';
import { advise } from './checks/looked-at.ts';
import { localeShares } from './missing.sql.ts';

/** A share of readers for whom another language is worth its work. */
const ENOUGH = 0.02;

const KEPT_MS = 60_000;
const kept = new Map<number, { at: number; shares: Map<string, number> }>();

/** Of how many customers who can be written to a language is known. Counted once a minute. */
export async function languagesRead(trx: Trx, here: Here): Promise<ReadonlyMap<string, number>> {
  const known = kept.get(here.id);
  if (known && here.realNow - known.at < KEPT_MS) return known.shares;
  const shares = await localeShares(trx, here);
  kept.set(here.id, { at: here.realNow, shares });
  return shares;
}

/** Languages that many customers read and a mail is not written in. */
export function missingLanguages(shares: ReadonlyMap<string, number>, there: readonly string[]): MailFinding[] {
  const lacking = new Map<string, number>();
  for (const [locale, share] of shares) {
    if (languageFor(locale, there) !== undefined) continue;
    const language = locale.split(/[-_]/)[0]!.toLowerCase();
    lacking.set(language, (lacking.get(language) ?? 0) + share);
  }
  return [...lacking]
    .filter(([, share]) => share >= ENOUGH)
    .toSorted(([, a], [, b]) => b - a)
    .map(([language, share]) => {
      const { ja, en } = nameOfLanguage(language);
      const percent = Math.round(share * 100);
      return advise(
        'missing_language',
        0,
        `${ja}の顧客が約${percent}%いますが、${ja}版がありません。`,
        `About ${percent}% of your customers read ${en}, and there is no ${en} version.`,
      );
    });
}

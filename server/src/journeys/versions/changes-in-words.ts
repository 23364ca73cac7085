import { diffGraphs } from '@tabiji/shared/journey/diff/diff-graphs.ts';
import { changeText } from '@tabiji/shared/journey/diff/text.ts';
import { diffWords } from '@tabiji/shared/journey/diff/words.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';
import { namesIn } from './names-in.sql.ts';

/** What a version changes, as it is kept with it: one line per change, in both languages. */
export async function changesInWords(
  trx: Trx,
  here: Here,
  before: JourneyGraph,
  after: JourneyGraph,
): Promise<Record<Locale, string[]>> {
  const diff = diffGraphs(before, after);
  const names = await namesIn(trx, here);
  const lines = (locale: Locale) =>
    diffWords(diff, { before, after, locale, names: names(locale, after, before) }).map((change) =>
      changeText(change, locale),
    );
  return { ja: lines('ja'), en: lines('en') };
}

import type { LetterheadPart } from '@tabiji/shared/api/reviews.ts';
import { templatesIn } from '@tabiji/shared/journey/file/mentioned.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { stableText } from '@tabiji/shared/stable-json.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { ReviewedContent } from '../../db/tables/publishing.ts';
import type { Trx } from '../../db/database.ts';
import { sha256 } from '../../hash.ts';
import { findTemplates } from '../../templates/templates.sql.ts';
import { letterheadChanges, letterheadOf } from './letterhead.ts';

/** What a review is about, and its hash: the graph without notes for colleagues, the mails and their letterhead as they are now. */
export interface Reviewed {
  hash: string;
  content: ReviewedContent;
  /** Names of the mails, by key. */
  names: ReadonlyMap<string, string>;
}

/** A draft as it would be published now. A change that is taken back leads to the same hash. */
export async function reviewed(trx: Trx, here: Here, draft: JourneyGraph): Promise<Reviewed> {
  const { notes: _, ...graph } = draft;
  const templates = await findTemplates(trx, here, templatesIn(graph));
  const mails = Object.fromEntries(
    templates.map(({ key, subject, mjml, language, variants }) => [
      key,
      sha256(stableText([subject, mjml, language, variants]), 'hex'),
    ]),
  );
  const letterhead = await letterheadOf(trx, here, { graph, templates });
  const content = { graph, mails, letterhead };
  return {
    content,
    hash: hashOf(content),
    names: new Map(templates.map(({ key, name }) => [key, name])),
  };
}

const hashOf = (content: ReviewedContent): string => sha256(stableText(content), 'hex');

/** Whether what was looked at is other now. Who looked before the letterhead counted has not seen it change. */
export function isOutdated(
  { hash, content: before }: { hash: string; content: ReviewedContent | null },
  { hash: now, content: { graph, mails } }: Reviewed,
): boolean {
  return hash !== (before && !before.letterhead ? hashOf({ graph, mails }) : now);
}

/** Parts of the letterhead that are other than they were. */
export const letterheadChanged = (
  { letterhead: before }: ReviewedContent,
  { content: { letterhead: now } }: Reviewed,
): LetterheadPart[] => (before && now ? letterheadChanges(before, now) : []);

/** Names of mails that are other than they were, or are no longer there. */
export const mailsChanged = (before: ReviewedContent, { content, names }: Reviewed): string[] =>
  [...new Set([...Object.keys(before.mails), ...Object.keys(content.mails)])]
    .filter((key) => before.mails[key] !== content.mails[key])
    .map((key) => names.get(key) ?? key);

import type { CohortLine } from '@tabiji/shared/api/cohort.ts';
import type { Compared } from '../../simulation/cohort/compare.ts';

/** What a month brings, from last month's real entrants. */
export interface Expected {
  /** Customers and mails of everybody who enters in a month, with how many more than by the published version. */
  entered: Compared;
  sent: Compared;
  /** The day on which most mails go; undefined while none went. `date` is YYYY-MM-DD of the workspace. */
  peak: { date: string; sent: number } | undefined;
  /** Mails per template, most first. */
  letters: Compared[];
}

/** Reads a line of a replay, finished or not. */
export function expectedOf({ draft, published }: CohortLine): Expected {
  const templates = new Set([...Object.keys(draft.letters), ...Object.keys(published?.letters ?? {})]);
  return {
    entered: { key: 'entered', draft: draft.entered, published: published && published.entered },
    sent: { key: 'sent', draft: draft.mails.sent, published: published && published.mails.sent },
    peak: draft.perDay.toSorted((a, b) => b.sent - a.sent)[0],
    letters: [...templates]
      .map((key) => ({
        key,
        draft: draft.letters[key] ?? 0,
        published: published && (published.letters[key] ?? 0),
      }))
      .toSorted((a, b) => b.draft - a.draft || (b.published ?? 0) - (a.published ?? 0)),
  };
}

/** How much has been run, of 100. */
export const doneOf = ({ people, sampled, run, done }: CohortLine): number =>
  done || people === 0 ? 100 : (100 * run) / (sampled ?? people);

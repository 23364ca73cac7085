import type { CohortCounts, CohortLine } from '@tabiji/shared/api/cohort.ts';

/** One figure of the draft, beside that of the published version (null: nothing is published). */
export interface Compared {
  key: string;
  draft: number;
  published: number | null;
}

const FIGURES: Readonly<Record<string, (counts: CohortCounts) => number>> = {
  entered: ({ entered }) => entered,
  sent: ({ mails }) => mails.sent,
  skipped: ({ mails }) => mails.skipped,
  capped: ({ mails }) => mails.capped,
  heldAtNight: ({ mails }) => mails.heldAtNight,
  inside: ({ inside }) => inside,
  parked: ({ parked }) => parked,
};

/** The figures of everybody, side by side; those that are nothing in both are left out, except entries and sends. */
export const figuresOf = ({ draft, published }: CohortLine): Compared[] =>
  Object.entries(FIGURES)
    .map(([key, of]) => ({ key, draft: of(draft), published: published && of(published) }))
    .filter((one) => one.key === 'entered' || one.key === 'sent' || one.draft > 0 || (one.published ?? 0) > 0);

/** People per reason of an end, most first. */
export function endsOf({ draft, published }: CohortLine): Compared[] {
  const reasons = new Set([...Object.keys(draft.ended), ...Object.keys(published?.ended ?? {})]);
  return [...reasons]
    .map((key) => ({ key, draft: draft.ended[key] ?? 0, published: published && (published.ended[key] ?? 0) }))
    .toSorted((a, b) => b.draft - a.draft);
}

/** A bar of the histogram: sends of one day, or of the days of a week where there are many. */
export interface Bar {
  date: string;
  sent: number;
  estimated: number;
}

const MOST_BARS = 62;

export function barsOf(perDay: CohortCounts['perDay']): Bar[] {
  const width = perDay.length > MOST_BARS ? 7 : 1;
  const bars: Bar[] = [];
  perDay.forEach(({ date, sent, estimated }, i) => {
    const bar = i % width === 0 ? undefined : bars.at(-1);
    if (!bar) bars.push({ date, sent, estimated });
    else {
      bar.sent += sent;
      bar.estimated += estimated;
    }
  });
  return bars;
}

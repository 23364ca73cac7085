import type { CohortCounts } from '@tabiji/shared/api/cohort.ts';

/** Counts that can be added up; days by their date. */
export type Sums = Omit<CohortCounts, 'perDay'> & { perDay: Record<string, { sent: number; estimated: number }> };

export const noSums = (): Sums => ({
  entered: 0,
  refused: {},
  ended: {},
  inside: 0,
  exits: {},
  nodes: {},
  edges: {},
  mails: { sent: 0, skipped: 0, capped: 0, heldAtNight: 0 },
  letters: {},
  perDay: {},
  parked: 0,
});

interface Figures {
  [key: string]: number | Figures;
}

/** Adds the second to the first; what the first lacks counts as nothing. */
export function addSums(into: Sums, more: Sums): void {
  addFigures(into as unknown as Figures, more as unknown as Figures);
}

function addFigures(into: Figures, more: Figures): void {
  for (const [key, value] of Object.entries(more)) {
    if (typeof value === 'number') into[key] = ((into[key] as number | undefined) ?? 0) + value;
    else addFigures((into[key] ??= {}) as Figures, value);
  }
}

/** What is told of them; sums of a sample times what it stands for. */
export function countsOf({ perDay, ...sums }: Sums, factor: number): CohortCounts {
  const days = Object.entries(perDay)
    .map(([date, day]) => ({ date, ...day }))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return scaled({ ...sums, perDay: days }, factor);
}

/** A copy, whatever the factor: the sums go on growing. */
const scaled = <T>(value: T, factor: number): T =>
  JSON.parse(
    JSON.stringify(value, (_, part: unknown) => (typeof part === 'number' ? Math.round(part * factor) : part)),
  ) as T;

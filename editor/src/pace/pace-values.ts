import type { SenderPace } from '@tabiji/shared/api/pace.ts';
import { LIMITED, type Limited, Pace, perMinute, STANDARD_PACE, type WarmUp } from '@tabiji/shared/sending/pace.ts';

/** What the form holds; null: the field is empty. */
export interface PaceValues {
  limits: Record<Limited, number | null>;
  warms: boolean;
  warmUp: { from: string; first: number | null; target: number | null };
}

/** A form as it opens. @param today `YYYY-MM-DD`, where a warm-up would begin */
export const valuesOf = ({ pace, limits }: Pick<SenderPace, 'pace' | 'limits'>, today: string): PaceValues => ({
  limits: Object.fromEntries(limits.map(({ of, perMinute: most }) => [of, most])) as PaceValues['limits'],
  warms: pace.warmUp !== null,
  warmUp: pace.warmUp ?? { from: today, first: 50, target: 5000 },
});

/** The pace that a form describes, with what differs from the standard only; undefined where a field is wrong. */
export function paceIn({ limits, warms, warmUp }: PaceValues): Pace | undefined {
  const own = LIMITED.filter((of) => limits[of] !== perMinute(STANDARD_PACE, of));
  const found = Pace.safeParse({
    perMinute: Object.fromEntries(own.map((of) => [of, limits[of]])),
    warmUp: warms ? warmUp : null,
  });
  return found.data;
}

/** A warm-up that can be planned. */
export const soundWarmUp = ({ from, first, target }: PaceValues['warmUp']): WarmUp | undefined =>
  first !== null && target !== null && Pace.shape.warmUp.safeParse({ from, first, target }).success
    ? { from, first, target }
    : undefined;

import type { SenderPace } from '@tabiji/shared/api/pace.ts';
import { LIMITED, type Limited, Pace, perMinute, STANDARD_PACE, WarmUp } from '@tabiji/shared/sending/pace.ts';

/** What the form holds; null: the field is empty. */
export interface PaceValues {
  limits: Record<Limited, number | null>;
  /** Fields in which something stands that is no number. */
  unread: readonly Limited[];
  warms: boolean;
  warmUp: { from: string; first: number | null; target: number | null };
}

/** A form as it opens. @param today `YYYY-MM-DD`, where a warm-up would begin */
export const valuesOf = ({ pace, limits }: Pick<SenderPace, 'pace' | 'limits'>, today: string): PaceValues => ({
  limits: Object.fromEntries(limits.map(({ of, perMinute: most }) => [of, most])) as PaceValues['limits'],
  unread: [],
  warms: pace.warmUp !== null,
  warmUp: pace.warmUp ?? { from: today, first: 50, target: 5000 },
});

/** The form after somebody wrote into the field of a limit. @param most undefined: what stands there is no number */
export const withLimit = (
  { limits, unread, ...rest }: PaceValues,
  of: Limited,
  { most, text }: { most: number | undefined; text: string },
): PaceValues => ({
  ...rest,
  limits: { ...limits, [of]: most ?? null },
  unread: [...unread.filter((one) => one !== of), ...(most === undefined && text !== '' ? [of] : [])],
});

/** Whether what stands in the field of a limit cannot be kept; an empty one can. */
export const isWrongLimit = ({ limits, unread }: PaceValues, of: Limited): boolean =>
  unread.includes(of) || !Pace.shape.perMinute.safeParse({ [of]: limits[of] }).success;

/** Whether a number of a warm-up cannot be kept. */
export const isWrongNumber = ({ warmUp }: PaceValues, field: 'first' | 'target'): boolean =>
  !WarmUp.shape[field].safeParse(warmUp[field]).success;

/** The pace that a form describes, with what differs from the standard only; undefined where a field is wrong. */
export function paceIn({ limits, unread, warms, warmUp }: PaceValues): Pace | undefined {
  if (unread.length > 0) return undefined;
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

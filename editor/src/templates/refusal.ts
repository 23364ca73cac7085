import { Words, type Locale } from '@tabiji/shared/locale.ts';
import { z } from 'zod';
import { ApiError } from '../api/request.ts';

const Problems = z.object({ problems: z.array(z.object({ line: z.int(), text: Words })).min(1) });

/** Why a mail was not saved: the first problem, where it is, and how many more there are. */
export interface Refusal {
  /** 0: in the subject. */
  line: number;
  text: string;
  more: number;
}

/** What the server has against a mail's words; undefined where the error is another. */
export function refusalOf(error: unknown, locale: Locale): Refusal | undefined {
  const found = Problems.safeParse(error instanceof ApiError ? error.details : undefined).data?.problems;
  const [first] = found ?? [];
  return first && { line: first.line, text: first.text[locale], more: (found?.length ?? 0) - 1 };
}

import { ErrorReply } from '@tabiji/shared/api/basics.ts';
import { PERSON_HEADER } from '@tabiji/shared/api/drafts.ts';
import { personHeader } from '../person/person.ts';
import type { z } from 'zod';

/** A request that was refused, could not be made, or was answered in a form this page does not know. */
export class ApiError extends Error {
  override name = 'ApiError';
  /** Code of the answer (`shared/errors.ts`), `unreachable` without an answer, `contract` for one of unknown form. */
  readonly code: string;
  readonly field: string | undefined;
  readonly details: unknown;

  constructor(
    code: string,
    message: string,
    more: { field?: string | undefined; details?: unknown; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause });
    this.code = code;
    this.field = more.field;
    this.details = more.details;
  }
}

/** `fetch` for the API: says who asks and which language is wanted; everything but an answer of 2xx is an `ApiError`. */
export const send: typeof fetch = async (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set(PERSON_HEADER, personHeader());
  headers.set('accept-language', document.documentElement.lang || 'ja');
  const answer = await fetch(input, { ...init, headers }).catch((cause: unknown) =>
    Promise.reject(init?.signal?.aborted ? cause : new ApiError('unreachable', 'no answer', { cause })),
  );
  if (answer.ok) return answer;
  throw refusal(answer.status, await answer.json().catch(() => undefined));
};

/** The body of an answer, judged by the schema both sides share. */
export async function judged<T>(schema: z.ZodType<T>, answer: Promise<{ json: () => Promise<unknown> }>): Promise<T> {
  const body = await (await answer).json().catch((cause: unknown) => Promise.reject(unknownForm(cause)));
  return read(schema, body);
}

/** For what is answered by its status alone. */
export async function told(answer: Promise<unknown>): Promise<void> {
  await answer;
}

/** Judges the body of an answer that came in another way (an upload). */
export function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (!result.success) throw unknownForm(result.error);
  return result.data;
}

/** The error behind an answer that is not 2xx. */
export function refusal(status: number, body: unknown): ApiError {
  const known = ErrorReply.safeParse(body);
  if (!known.success) return new ApiError(status >= 500 ? 'unavailable' : 'invalid', `HTTP ${status}`);
  const { code, message, field, details } = known.data.error;
  return new ApiError(code, message, { field, details });
}

const unknownForm = (cause: unknown) =>
  new ApiError('contract', cause instanceof Error ? cause.message : 'unknown form', { cause });

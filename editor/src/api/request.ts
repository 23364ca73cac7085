import { ErrorReply } from '@tabiji/shared/api/basics.ts';
import type { z } from 'zod';

/** A request that was refused, could not be made, or was answered in a form this page does not know. */
export class ApiError extends Error {
  override name = 'ApiError';
  /** Code of the answer (`shared/errors.ts`), `unreachable` without an answer, `contract` for an answer of unknown form. */
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

export interface Ask {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  query?: Readonly<Record<string, string | number | undefined>>;
  json?: unknown;
  body?: Blob;
  signal?: AbortSignal | undefined;
}

/** The address of a route below `/v1`, with the query values that are set. */
export function addressOf(path: string, query: Ask['query'] = {}): string {
  const values = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(values.map(([key, value]) => [key, String(value)])).toString();
  return `/v1${path}${search && `?${search}`}`;
}

/** Asks the API and judges its answer by the schema both sides share. */
export async function ask<T>(schema: z.ZodType<T>, path: string, options: Ask = {}): Promise<T> {
  const answer = await send(path, options);
  return read(schema, await answer.json().catch((cause: unknown) => Promise.reject(unknownForm(cause))));
}

/** Asks for something that is answered by its status alone. */
export async function tell(path: string, options: Ask): Promise<void> {
  await send(path, options);
}

/** Judges an answer that came in another way (an upload). */
export function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const judged = schema.safeParse(body);
  if (!judged.success) throw unknownForm(judged.error);
  return judged.data;
}

/** The error behind an answer that is not 2xx. */
export function refusal(status: number, body: unknown): ApiError {
  const judged = ErrorReply.safeParse(body);
  if (!judged.success) return new ApiError(status >= 500 ? 'unavailable' : 'invalid', `HTTP ${status}`);
  const { code, message, field, details } = judged.data.error;
  return new ApiError(code, message, { field, details });
}

async function send(path: string, { method = 'GET', query, json, body, signal }: Ask): Promise<Response> {
  const headers = new Headers({ accept: 'application/json', 'accept-language': document.documentElement.lang || 'ja' });
  if (json !== undefined) headers.set('content-type', 'application/json');
  else if (body) headers.set('content-type', 'application/octet-stream');
  const answer = await fetch(addressOf(path, query), {
    method,
    headers,
    body: json === undefined ? (body ?? null) : JSON.stringify(json),
    signal: signal ?? null,
  }).catch((cause: unknown) => Promise.reject(signal?.aborted ? cause : unreachable(cause)));
  if (answer.ok) return answer;
  throw refusal(answer.status, await answer.json().catch(() => undefined));
}

const unreachable = (cause: unknown) => new ApiError('unreachable', 'no answer', { cause });
const unknownForm = (cause: unknown) =>
  new ApiError('contract', cause instanceof Error ? cause.message : 'unknown form', { cause });

import { AppError, type ErrorCode } from '@tabiji/shared/errors.ts';
import type { ErrorReply } from '@tabiji/shared/api/basics.ts';
import type { Context, ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Log } from '../log.ts';
import { databaseTrouble } from '../db/trouble.ts';

const status: Record<ErrorCode, ContentfulStatusCode> = {
  invalid: 400,
  not_found: 404,
  conflict: 409,
  refused: 422,
  unauthorized: 401,
  too_large: 413,
  unavailable: 503,
};

const RETRY_AFTER_SECONDS = '5';

/** Turns whatever a route throws into one form of answer. What nobody expected is logged and told to nobody. */
export function errorReply(log: Log): ErrorHandler {
  return (error, c) => {
    if (error instanceof AppError) return reply(c, error);
    const trouble = databaseTrouble(error);
    if (trouble !== undefined) {
      log.warn({ err: error, path: c.req.path }, trouble);
      return reply(c, new AppError('unavailable', trouble, { cause: error }));
    }
    if (error instanceof HTTPException && error.status < 500) {
      return reply(c, new AppError(codeOf(error.status), error.message || 'The request cannot be read.'));
    }
    const requestId: string = c.get('requestId') ?? '';
    log.error({ err: error, path: c.req.path, requestId }, 'a request failed');
    const message = `Something went wrong on the server. Its log tells more under the request id ${requestId}.`;
    return c.json({ error: { code: 'internal', message } } satisfies ErrorReply, 500);
  };
}

/** The answer to a refused request. */
export function reply(c: Context, error: AppError): Response {
  const { code, message, field, details } = error;
  if (code === 'unavailable') c.header('Retry-After', RETRY_AFTER_SECONDS);
  if (code === 'too_large') c.header('Connection', 'close'); // the rest of the body is not read, so nothing can follow it
  return c.json({ error: { code, message, field, details } } satisfies ErrorReply, status[code]);
}

const codeOf = (httpStatus: number): ErrorCode =>
  (Object.keys(status) as ErrorCode[]).find((code) => status[code] === httpStatus) ?? 'invalid';

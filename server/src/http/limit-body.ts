import { AppError } from '@tabiji/shared/errors.ts';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { reply } from './error-reply.ts';

const FIVE_MEGABYTES = 5 * 1024 * 1024;

const tooLarge = (c: Context) =>
  reply(c, new AppError('too_large', 'The request is larger than 5 MB. Send it in smaller parts.'));

const counting = bodyLimit({ maxSize: FIVE_MEGABYTES, onError: tooLarge });

/** Refuses what is too large: by its announced length, which the server holds the sender to, else by counting. */
export const limitBody: MiddlewareHandler = (c, next) => {
  const length = c.req.header('content-length');
  if (length === undefined || c.req.header('transfer-encoding') !== undefined) return counting(c, next);
  return Number(length) > FIVE_MEGABYTES ? Promise.resolve(tooLarge(c)) : next();
};

import { AppError } from '@tabiji/shared/errors.ts';
import type { Context, MiddlewareHandler } from 'hono';
import { isLoopback } from '../config.ts';
import { reply } from './error-reply.ts';
import { isPublicPath } from './public-paths.ts';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Without a token the network position is all that protects: a page from elsewhere, open in the same browser, must not
 * be able to write (its Origin tells) or to read under a name of its own that resolves here (DNS rebinding; Host tells).
 */
export function originGuard(options: { token?: string }): MiddlewareHandler {
  return async (c, next) => {
    if (isPublicPath(c.req.path)) return await next();
    if (options.token === undefined && !isLoopbackHost(hostOf(c))) {
      const message =
        `This server answers on this machine only, not under the name "${hostOf(c)}". ` +
        'Open it at 127.0.0.1, or set TABIJI_TOKEN to serve other names.';
      return reply(c, new AppError('refused', message, { field: 'Host' }));
    }
    if (!READING.has(c.req.method) && !carriesToken(c) && comesFromElsewhere(c)) {
      const message = 'A page from another site may not change anything here. Use the application itself or the API.';
      return reply(c, new AppError('refused', message, { field: 'Origin' }));
    }
    return await next();
  };
}

const hostOf = (c: Context) => c.req.header('host') ?? new URL(c.req.url).host;

function isLoopbackHost(host: string): boolean {
  const name = host.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
  return isLoopback(name.toLowerCase());
}

/** A browser never adds this header by itself, so no foreign page can have caused the request. */
const carriesToken = (c: Context) => c.req.header('authorization') !== undefined;

function comesFromElsewhere(c: Context): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin';
  const origin = c.req.header('origin');
  if (origin !== undefined) return !URL.canParse(origin) || new URL(origin).host !== hostOf(c);
  return c.req.header('referer') !== undefined || c.req.header('cookie') !== undefined;
}

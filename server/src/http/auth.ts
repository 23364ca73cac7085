import { AppError } from '@tabiji/shared/errors.ts';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { reply } from './error-reply.ts';
import { isApiPath, isPublicPath } from './public-paths.ts';
import { tokenPage } from './token-page.ts';

const COOKIE = 'tabiji';
const THIRTY_DAYS = 30 * 24 * 3600;
/** Where the token page sends what was typed. */
const ENTER = '/enter';

/** Lets in who shows the token, as a Bearer header or as the cookie that the token page sets; asks everybody else. */
export function auth(options: { token: string; https: boolean }): MiddlewareHandler {
  const proof = createHmac('sha256', options.token).update('tabiji cookie 1').digest('base64url');
  return async (c, next) => {
    const { path, method } = c.req;
    if (path === ENTER && method === 'POST') return await enter(c, options, proof);
    if (isPublicPath(path) || same(bearer(c), options.token) || same(getCookie(c, COOKIE), proof)) return await next();
    c.header('Cache-Control', 'no-store');
    if (isApiPath(path) || !c.req.header('accept')?.includes('text/html')) {
      c.header('WWW-Authenticate', 'Bearer');
      const way = 'Send it as "Authorization: Bearer <TABIJI_TOKEN>".';
      return reply(c, new AppError('unauthorized', `This server asks for its token. ${way}`));
    }
    return c.html(tokenPage({ language: c.req.header('accept-language'), next: pathOf(c), wrong: false }), 401);
  };
}

async function enter(c: Context, options: { token: string; https: boolean }, proof: string): Promise<Response> {
  const form = await c.req.parseBody();
  const next = typeof form.next === 'string' && /^\/(?![/\\])/.test(form.next) ? form.next : '/';
  c.header('Cache-Control', 'no-store');
  if (typeof form.token !== 'string' || !same(form.token.trim(), options.token)) {
    return c.html(tokenPage({ language: c.req.header('accept-language'), next, wrong: true }), 401);
  }
  setCookie(c, COOKIE, proof, {
    httpOnly: true,
    sameSite: 'Strict',
    secure: options.https,
    path: '/',
    maxAge: THIRTY_DAYS,
  });
  return c.redirect(next, 303);
}

const bearer = (c: Context) => /^Bearer\s+(.+)$/i.exec(c.req.header('authorization') ?? '')?.[1]?.trim();

function pathOf(c: Context): string {
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
}

/** Compares without telling by its duration how much was right. */
function same(given: string | undefined, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return given !== undefined && timingSafeEqual(digest(given), digest(wanted));
}

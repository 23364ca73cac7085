import { type Context, Hono } from 'hono';
import { followLink, openMail, type Visitor } from '../feedback/links/follow.ts';
import type { Services } from '../services.ts';
import { gonePage } from './question-page.ts';
import type { RouteEnv } from './route-env.ts';

/** One transparent pixel. */
const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

const visitorOf = (c: Context): Visitor => ({
  method: c.req.method,
  userAgent: (c.req.header('user-agent') ?? '').slice(0, 500),
});

/** What links and pictures of mails open, without login: the token is the proof. HEAD comes here as well. */
export const trackingRoutes = (services: Services) =>
  new Hono<RouteEnv>()
    .use('/t/*', async (c, next) => {
      await next();
      c.header('Cache-Control', 'no-store');
      c.header('Referrer-Policy', 'no-referrer');
      c.header('X-Robots-Tag', 'noindex');
    })
    .get('/t/c/:token', async (c) => {
      const target = await followLink(services, c.req.param('token'), visitorOf(c));
      return target === undefined ? c.html(gonePage(c.req.header('accept-language')), 404) : c.redirect(target, 302);
    })
    .get('/t/o/:picture{.+\\.gif}', async (c) => {
      const token = c.req.param('picture').replace(/\.gif$/, '');
      if (!(await openMail(services, token, visitorOf(c)))) return c.body(null, 404);
      return c.body(GIF, 200, { 'Content-Type': 'image/gif' });
    });

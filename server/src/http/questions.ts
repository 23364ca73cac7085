import { Hono } from 'hono';
import { openLink, recordAnswer } from '../questions/answer.ts';
import type { Services } from '../services.ts';
import { gonePage, questionPage, thanksPage } from './question-page.ts';
import type { RouteEnv } from './route-env.ts';

/**
 * What a link in a mail opens, without login: the link is the proof. Reading changes nothing, since programs that look
 * for viruses follow links too; the answer counts when its button is pressed.
 */
export const questionRoutes = (services: Services) =>
  new Hono<RouteEnv>()
    .use('/q/*', async (c, next) => {
      await next();
      c.header('Cache-Control', 'no-store');
      c.header('Referrer-Policy', 'no-referrer');
      c.header('X-Robots-Tag', 'noindex');
    })
    .get('/q/:token', async (c) => {
      const link = await openLink(services, c.req.param('token'));
      return link ? c.html(questionPage(link)) : c.html(gonePage(c.req.header('accept-language')), 404);
    })
    .post('/q/:token', async (c) => {
      const link = await openLink(services, c.req.param('token'));
      if (!link) return c.html(gonePage(c.req.header('accept-language')), 404);
      const { answer } = await c.req.parseBody();
      const chosen = link.answers.find(({ value }) => value === answer);
      if (!chosen) return c.html(questionPage(link), 400);
      await recordAnswer(services, link, chosen.value);
      return c.html(thanksPage(link, chosen.label));
    });

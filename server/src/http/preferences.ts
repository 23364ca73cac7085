import { type Context, Hono } from 'hono';
import { confirmOptIn, openOptIn } from '../preferences/confirm-opt-in.ts';
import { openLink, type OpenLink } from '../preferences/open-link.ts';
import { NOTHING, say, type Way, type Wish } from '../preferences/say.ts';
import type { Services } from '../services.ts';
import { addressOf } from './address-of.ts';
import { confirmedPage, confirmPage, confirmText } from './confirm-page.ts';
import { againPage, doneText, goneLinkPage, preferencePage, stoppedPage, stopPage } from './preference-page.ts';
import type { RouteEnv } from './route-env.ts';

/**
 * How readers stop mails, without login: the link is the proof. Reading changes nothing, since programs that look for
 * viruses follow links too. A mail program's own button posts `List-Unsubscribe=One-Click` as a form of either kind,
 * without cookie or Origin, and is answered 200 at once (RFC 8058).
 */
export const preferenceRoutes = (services: Services) =>
  new Hono<RouteEnv>()
    .use('/u/*', async (c, next) => {
      await next();
      c.header('Cache-Control', 'no-store');
      c.header('Referrer-Policy', 'no-referrer');
      c.header('X-Robots-Tag', 'noindex');
    })
    .get('/u/:token', async (c) => {
      const asked = await openOptIn(services, c.req.param('token'));
      if (asked) return c.html(confirmPage(asked));
      const open = await openLink(services, c.req.param('token'));
      if (!open) return c.html(goneLinkPage(c.req.header('accept-language')), 404);
      return c.html(open.link.purpose === 'unsubscribe' ? stopPage(open, own(open)) : preferencePage(open));
    })
    .post('/u/:token', async (c) => {
      const token = c.req.param('token');
      const asked = await openOptIn(services, token);
      if (asked) {
        const text = confirmText(asked);
        await confirmOptIn(services, token, { ...fromWhere(c), text });
        return c.html(confirmedPage(asked));
      }
      const open = await openLink(services, token);
      if (!open) return c.html(goneLinkPage(c.req.header('accept-language')), 404);
      const body = await c.req.parseBody({ all: true });
      const keep = async (wishes: readonly Wish[], way: Way = 'preference_page') => {
        await say(services, open, wishes, { way, proof: way === 'one_click' ? fromWhere(c) : shown(c, open) });
        return (await openLink(services, token)) ?? open;
      };
      const topics = [body['topic'] ?? []].flat().filter((each) => typeof each === 'string');
      const pressed = typeof body['do'] === 'string' ? body['do'] : '';
      switch (pressed) {
        case 'save': {
          const chosen = open.choices.map(({ key }) => ({ topic: key, subscribed: topics.includes(key) }));
          return c.html(preferencePage(await keep(chosen), { done: 'saved' }));
        }
        case 'all': {
          const before = open.choices.filter(({ subscribed }) => subscribed).map(({ key }) => key);
          return c.html(preferencePage(await keep(NOTHING), { done: 'all', before }));
        }
        case 'undo': {
          const wanted = open.choices.filter(({ key }) => topics.includes(key));
          const wishes = wanted.map(({ key }) => ({ topic: key, subscribed: true }));
          return c.html(preferencePage(await keep(wishes), { done: 'saved' }));
        }
        case 'again':
          return c.html(againPage(await keep([{ topic: open.link.topic, subscribed: true }]), own(open)));
        case 'stop':
          return c.html(stoppedPage(await keep([{ topic: open.link.topic, subscribed: false }]), own(open)));
        default: {
          if (open.link.purpose !== 'unsubscribe') return c.html(preferencePage(open), 400);
          await keep([{ topic: open.link.topic, subscribed: false }], 'one_click');
          return c.text(doneText(open.locale, own(open).name));
        }
      }
    });

/** What the link is about. */
const own = ({ choices, link }: OpenLink) =>
  choices.find(({ key }) => key === link.topic) ?? { key: link.topic, name: link.topic, about: '', subscribed: true };

const fromWhere = (c: Context) => ({ ip: addressOf(c) || undefined });

/** The words beside the boxes and buttons. */
const shown = (c: Context, { locale, shop, choices }: OpenLink) => ({
  ...fromWhere(c),
  locale,
  text: [shop, ...choices.map(({ name, about }) => (about === '' ? name : `${name}: ${about}`))].join('\n'),
});

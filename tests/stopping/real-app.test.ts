import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { journey, mail, wait } from '../support/build.ts';
import { openShop } from '../support/shop.ts';
import { until } from '../support/until.ts';
import { startMailServer } from '../mail/smtp-server.ts';

test('Gmail’s button, in the running product with a real mail server, stops the next mail of the journey', async () => {
  await using smtp = await startMailServer();
  await using shop = await openShop({ TABIJI_SMTP_URL: smtp.url, TABIJI_INBOUND: 'stop@shop.example' });
  await shop.call('PATCH', '/v1/workspace', { provider: 'smtp' });
  await shop.publish(journey({ on: { on: 'event', event: 'visited' } }, mail('first'), wait('P1D'), mail('second')), [
    'first',
    'second',
  ]);
  for (const customer of ['ada', 'ben']) {
    await shop.post('/v1/identify', { customer, email: `${customer}@example.com` });
    await shop.post('/v1/track', { id: `visit-${customer}`, customer, event: 'visited' });
  }
  await until('both first mails', () => Promise.resolve(smtp.taken.length === 2));
  const taken = smtp.taken.find(({ to }) => to[0] === 'ada@example.com')!;
  const { headers } = await PostalMime.parse(taken.raw);
  const header = (name: string) => headers.find(({ key }) => key === name)?.value ?? '';
  expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  const [, url = '', mailbox = ''] = /^<(http[^>]+)>,\s*<(mailto:[^>]+)>$/.exec(header('list-unsubscribe')) ?? [];
  expect(mailbox).toMatch(/^mailto:stop@shop\.example\?subject=\S+$/);
  const reply = await fetch(url, {
    method: 'POST',
    redirect: 'error',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': 'Google-Apps-Script' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(reply.status).toBe(200);
  await shop.post('/v1/workspace/travel', { by: 'P2D' });
  await until('the second mail', () => Promise.resolve(smtp.taken.length >= 3));
  await until('the travel is over', async () => !(await shop.workspace()).travelling);
  expect(smtp.taken.slice(2).map(({ to }) => to)).toEqual([['ben@example.com']]);
}, 120_000);

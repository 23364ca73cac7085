import { letterRoutes } from '@tabiji/server/http/letters.ts';
import { templateRoutes } from '@tabiji/server/http/templates.ts';
import { errorReply } from '@tabiji/server/http/error-reply.ts';
import type { RouteEnv } from '@tabiji/server/http/route-env.ts';
import { createLog } from '@tabiji/server/log.ts';
import { sendDue } from '@tabiji/server/messages/send-due.ts';
import type { Services } from '@tabiji/server/services.ts';
import { LetterDetail, LetterPage, TemplateDetail, TemplatePreview } from '@tabiji/shared/api/mail.ts';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { MJML, prepareMailing } from './fixture.ts';
import { servicesOn, WORKSPACE } from './services.ts';

function client(services: Services) {
  const app = new Hono<RouteEnv>();
  app.use(async (c, next) => {
    c.set('workspaceId', WORKSPACE);
    await next();
  });
  app.route('/', letterRoutes(services)).route('/', templateRoutes(services));
  app.onError(errorReply(createLog('silent')));
  return async (path: string, method = 'GET', body?: object) => {
    const answer = await app.request(path, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    return { status: answer.status, body: (await answer.json()) as { error?: { code: string; details?: unknown } } };
  };
}

test('letters are listed page by page, searched and opened', async () => {
  await using database = await createTestDatabase();
  await using services = servicesOn(database.url);
  await prepareMailing(services.db, { provider: 'letters', customers: 12 });
  await sendDue(services, WORKSPACE, { limit: 100 });
  const call = client(services);

  const first = LetterPage.parse((await call('/v1/letters?limit=8')).body);
  const second = LetterPage.parse((await call(`/v1/letters?limit=8&after=${first.next}`)).body);
  expect(first.total).toBe(12);
  expect([...first.letters, ...second.letters].map(({ customerId }) => customerId)).toEqual(
    Array.from({ length: 12 }, (_, index) => 12 - index),
  );
  expect(second.next).toBeNull();
  const [found] = LetterPage.parse((await call(`/v1/letters?q=${encodeURIComponent('花子7')}`)).body).letters;
  expect(found).toMatchObject({
    customer: '山田 花子7',
    to: 'c7@example.com',
    journey: '初回フォロー',
    template: 'hello',
  });
  expect(LetterPage.parse((await call('/v1/letters?customer=3')).body).letters).toHaveLength(1);
  expect(LetterPage.parse((await call('/v1/letters?q=%25')).body).letters).toHaveLength(0);

  const letter = LetterDetail.parse((await call(`/v1/letters/${found!.id}`)).body);
  expect(letter.text).toContain('山田様');
  expect(letter.headers['Message-ID']).toBe('<key-7@tabiji.example>');
  expect(await call('/v1/letters/1')).toMatchObject({ status: 404, body: { error: { code: 'not_found' } } });
  expect(await call('/v1/letters?limit=x')).toMatchObject({
    status: 400,
    body: { error: { code: 'invalid', field: 'limit' } },
  });
});

test('a template is saved only if it compiles, and previewed by the renderer of the sender', async () => {
  await using database = await createTestDatabase();
  await using services = servicesOn(database.url);
  await prepareMailing(services.db, { provider: 'letters', customers: 1 });
  const call = client(services);
  const good = { name: 'お礼', subject: '{{ customer.name }}さん', mjml: MJML };

  expect(TemplateDetail.parse((await call('/v1/templates/thanks', 'PUT', good)).body)).toMatchObject({
    key: 'thanks',
    ...good,
  });
  const broken = await call('/v1/templates/thanks', 'PUT', { ...good, mjml: MJML.replace('</mj-button>', '') });
  expect(broken).toMatchObject({
    status: 422,
    body: {
      error: {
        code: 'refused',
        details: { problems: [{ template: 'thanks', line: 6, text: { ja: expect.any(String) } }] },
      },
    },
  });
  expect(TemplateDetail.parse((await call('/v1/templates/thanks')).body).mjml).toBe(MJML);
  expect(await call('/v1/templates/none')).toMatchObject({ status: 404 });
  expect(await call('/v1/templates/NONE')).toMatchObject({ status: 400 });

  const preview = TemplatePreview.parse((await call('/v1/templates/thanks/preview', 'POST', { customer: 1 })).body);
  expect(preview).toMatchObject({ subject: '山田 花子1さん', problems: [] });
  await sendDue(services, WORKSPACE, { limit: 1 });
  const [sent] = LetterPage.parse((await call('/v1/letters')).body).letters;
  const same = TemplatePreview.parse((await call('/v1/templates/hello/preview', 'POST', { customer: 1 })).body);
  const { html } = LetterDetail.parse((await call(`/v1/letters/${sent!.id}`)).body);
  // the preview shows where links lead, the mail that is sent counts who follows them
  expect(same.html).toBe(html.replace(/http[^"]*\/t\/c\/[^"]+/, 'https://shop.example.com/guide'));

  const unsaved = { subject: '{{ customer.nmae }}', mjml: MJML, locale: 'en' };
  expect(TemplatePreview.parse((await call('/v1/templates/new/preview', 'POST', unsaved)).body).problems).toEqual([
    "Subject: There is no value {{ customer.nmae }}. Check its spelling (a customer's attribute is customer.attributes.name).",
  ]);
  expect(await call('/v1/templates/new/preview', 'POST', { customer: 1 })).toMatchObject({ status: 404 });
});

import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { sendDue } from '@tabiji/server/messages/send-due.ts';
import { followLink } from '@tabiji/server/feedback/links/follow.ts';
import { keepTemplate } from '@tabiji/server/templates/keep-template.ts';
import { pinTemplates } from '@tabiji/server/templates/pin-templates.ts';
import { findTemplates, loadVersions } from '@tabiji/server/templates/templates.sql.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { MJML, prepareMailing, rowsOf } from './fixture.ts';
import { servicesOn, WORKSPACE } from './services.ts';

const page = (words: string, href: string) =>
  `<mjml><mj-body><mj-section><mj-column><mj-text>${words} {{ orders.last | date }}</mj-text><mj-button href="${href}">→</mj-button></mj-column></mj-section></mj-body></mjml>`;
const words = (subject: string, body: string, href: string) => ({ subject, mjml: page(body, href) });
const MAIL = {
  key: 'hello',
  name: 'お礼',
  ...words('御礼', 'ありがとうございます', 'https://shop.test/ja'),
  language: 'ja',
  variants: {
    en: words('Thanks', 'Thank you', 'https://shop.test/en'),
    'zh-Hant': words('謝謝', '非常感謝', 'https://shop.test/tw'),
  },
};

test('each customer gets a mail in their language, or in its main one, and links lead where that one says', async () => {
  await using database = await createTestDatabase();
  await using services = servicesOn(database.url);
  await prepareMailing(services.db, { provider: 'letters', customers: 6 });
  const locales = ['ja', 'en-US', 'zh-TW', 'fr', null, 'en'];
  await keepTemplate(services.db, WORKSPACE, MAIL);
  await inWorkspace(services.db, WORKSPACE, async (trx, here) => {
    const { hello } = await pinTemplates(trx, here, ['hello']);
    await sql`update outbox set template_version = ${hello}`.execute(trx);
    for (const [at, locale] of locales.entries())
      await sql`update customer set locale = ${locale}, last_order_at = '2026-04-01T03:00:00Z' where id = ${at + 1}`.execute(
        trx,
      );
  });
  await sendDue(services, WORKSPACE, { limit: 100 });
  const letters = await rowsOf(
    services.db,
    sql<{ customer_id: number; subject: string; html: string }>`
      select customer_id, subject, html from letter order by customer_id`,
  );
  expect(letters.map(({ subject }) => subject)).toEqual(['御礼', 'Thanks', '謝謝', '御礼', '御礼', 'Thanks']);
  expect(letters[0]!.html).toContain('2026年4月1日');
  expect(letters[1]!.html).toContain('April 1, 2026');
  const lead = async (html: string) => {
    const token = /\/t\/c\/([\w.-]+)"/.exec(html)?.[1];
    return followLink(services, token ?? '', { userAgent: 'Mozilla/5.0', method: 'GET' });
  };
  expect(await lead(letters[0]!.html)).toBe('https://shop.test/ja');
  expect(await lead(letters[1]!.html)).toBe('https://shop.test/en');
  expect(await lead(letters[2]!.html)).toBe('https://shop.test/tw');
});

test('a version is all of its languages: another word in one of them is another version', async () => {
  await using database = await createTestDatabase();
  await using services = servicesOn(database.url);
  await prepareMailing(services.db, { provider: 'letters', customers: 1 });
  const keep = (variants: (typeof MAIL)['variants']) => keepTemplate(services.db, WORKSPACE, { ...MAIL, variants });
  const pin = () =>
    inWorkspace(services.db, WORKSPACE, async (trx, here) => (await pinTemplates(trx, here, ['hello'])).hello!);
  const load = (id: number) =>
    inWorkspace(services.db, WORKSPACE, async (trx, here) => (await loadVersions(trx, here, [id])).get(id)!);
  await keep(MAIL.variants);
  const first = await pin();
  expect(await pin()).toBe(first);
  await keep({ ...MAIL.variants, en: { ...MAIL.variants.en, subject: 'Thank you' } });
  const second = await pin();
  expect(second).not.toBe(first);
  expect((await load(first)).variants!.en).toMatchObject({ subject: 'Thanks', language: 'en' });
  expect((await load(second)).variants!.en!.subject).toBe('Thank you');
  expect(Object.keys((await load(second)).variants!).toSorted()).toEqual(['en', 'zh-Hant']);
});

test('what is wrong in one language says which, and keeps the mail from being saved and published', async () => {
  await using database = await createTestDatabase();
  await using services = servicesOn(database.url);
  await prepareMailing(services.db, { provider: 'letters', customers: 1 });
  const broken = { ...MAIL, variants: { en: { subject: 'x', mjml: MJML.replace('<mj-text>', '<mj-foo>') } } };
  await expect(keepTemplate(services.db, WORKSPACE, broken)).rejects.toMatchObject({
    details: {
      problems: [{ text: { ja: expect.stringMatching(/^英語版：/), en: expect.stringMatching(/^English version/) } }],
    },
  });
  await keepTemplate(services.db, WORKSPACE, { ...MAIL, variants: { en: { subject: '【subject】', mjml: MJML } } });
  await expect(
    inWorkspace(services.db, WORKSPACE, (trx, here) => pinTemplates(trx, here, ['hello'])),
  ).rejects.toMatchObject({ details: { problems: [{ line: 0, text: { ja: expect.stringMatching(/^英語版：/) } }] } });
});

test('saving without saying anything of languages leaves them; a language that becomes the main one is no other one', async () => {
  await using database = await createTestDatabase();
  await using services = servicesOn(database.url);
  await prepareMailing(services.db, { provider: 'letters', customers: 1 });
  const find = () =>
    inWorkspace(services.db, WORKSPACE, async (trx, here) => (await findTemplates(trx, here, ['hello']))[0]!);
  await keepTemplate(services.db, WORKSPACE, MAIL);
  await keepTemplate(services.db, WORKSPACE, { key: 'hello', name: 'n', subject: 's', mjml: MJML });
  expect(await find()).toMatchObject({ subject: 's', language: 'ja', variants: MAIL.variants });
  await keepTemplate(services.db, WORKSPACE, { key: 'hello', name: 'n', subject: 's', mjml: MJML, language: 'en' });
  expect(Object.keys((await find()).variants)).toEqual(['zh-Hant']);
  await keepTemplate(services.db, WORKSPACE, { key: 'hello', name: 'n', subject: 's', mjml: MJML, variants: {} });
  expect((await find()).variants).toEqual({});
});

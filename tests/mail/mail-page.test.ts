import type { ImageRow } from '@tabiji/shared/api/images.ts';
import { DEFAULT_BRAND, type MailSettings } from '@tabiji/shared/api/mail-settings.ts';
import type { LetterDetail, TemplatePreview } from '@tabiji/shared/api/mail.ts';
import type { TestSent } from '@tabiji/shared/api/test-sends.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
}, 120_000);
afterAll(() => shop[Symbol.asyncDispose]());

const mjml = (text: string) =>
  `<mjml><mj-body><mj-section><mj-column><mj-text color="{{ brand.text }}">${text}</mj-text><mj-button href="https://shop.test/" background-color="{{ brand.primary }}">見る</mj-button></mj-column></mj-section></mj-body></mjml>`;
const WORDS = { subject: '{{ customer.name }}さんへ', mjml: mjml("{{ customer.lastName | keisho: '様' }}") };

describe('tests', () => {
  test('go to every colleague for every sample, say that they are tests, and are nobody’s mail', async () => {
    const results = await shop.post<TestSent[]>('/v1/templates/hello/test', {
      ...WORDS,
      to: ['a@example.com', 'b@example.com'],
      samples: [{}, { persona: 'nameless' }],
    });
    expect(results.map(({ to, shownAs, state }) => [to, shownAs, state])).toEqual([
      ['a@example.com', '', 'sent'],
      ['b@example.com', '', 'sent'],
      ['a@example.com', 'nameless', 'sent'],
      ['b@example.com', 'nameless', 'sent'],
    ]);
    const letters = await shop.letters();
    expect(letters.map(({ subject, journeyId, customerId }) => [subject, journeyId, customerId])).toEqual(
      ['【テスト】さんへ', '【テスト】さんへ', '【テスト】山田 花子さんへ', '【テスト】山田 花子さんへ'].map(
        (subject) => [subject, null, null],
      ),
    );
    const letter = await shop.call<LetterDetail>('GET', `/v1/letters/${letters[0]!.id}`);
    const preview = await shop.post<TemplatePreview>('/v1/templates/hello/preview', { ...WORDS, persona: 'nameless' });
    expect(letter.html).toBe(preview.html);
    expect(await shop.call<TestSent[]>('GET', '/v1/templates/hello/tests')).toHaveLength(4);
  });

  test('a mail that cannot be rendered is refused with its line', async () => {
    const broken = { ...WORDS, mjml: WORDS.mjml.replace('</mj-text>', ''), to: ['a@example.com'], samples: [{}] };
    expect((await shop.raw('POST', '/v1/templates/hello/test', JSON.stringify(broken))).status).toBe(422);
  });
});

describe('the brand', () => {
  test('is in preview, test and what is published, and links say where visits come from', async () => {
    const brand = { ...DEFAULT_BRAND, primary: '#a1b2c3' };
    await shop.call<MailSettings>('PATCH', '/v1/mail-settings', {
      brand,
      utm: { source: 'letter', medium: 'email', hosts: [] },
    });
    const preview = await shop.post<TemplatePreview>('/v1/templates/hello/preview', WORDS);
    const [sent] = await shop.post<TestSent[]>('/v1/templates/hello/test', {
      ...WORDS,
      to: ['c@example.com'],
      samples: [{}],
    });
    expect(sent?.state).toBe('sent');
    const [row] = await shop.letters();
    const { html } = await shop.call<LetterDetail>('GET', `/v1/letters/${row!.id}`);
    for (const written of [preview.html, html]) {
      expect(written).toContain('#a1b2c3');
      expect(written).toContain('https://shop.test/?utm_source=letter&amp;utm_medium=email&amp;utm_campaign=hello');
    }
    const other = await shop.post<TemplatePreview>('/v1/templates/hello/preview', { ...WORDS, brand: DEFAULT_BRAND });
    expect(other.html).toContain(DEFAULT_BRAND.primary);
  });

  test('that is no colour is refused', async () => {
    const brand = { ...DEFAULT_BRAND, primary: 'red;background:url(x)' };
    expect((await shop.raw('PATCH', '/v1/mail-settings', JSON.stringify({ brand }))).status).toBe(400);
  });
});

/** A PNG of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('pictures', () => {
  const upload = (name: string, body: Uint8Array | string) =>
    fetch(`${shop.url}/v1/images?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { origin: shop.url, 'content-type': 'image/png' },
      body: body as BodyInit,
    });

  test('are kept and shown to everybody who knows their name, for ever and as pictures only', async () => {
    const row = (await (await upload('箱.png', PNG)).json()) as ImageRow;
    expect(row).toMatchObject({ name: '箱.png', width: 1, height: 1, alt: '', usedIn: [] });
    const seen = await fetch(`${shop.url}${new URL(row.url).pathname}`);
    expect(seen.status).toBe(200);
    expect(Object.fromEntries(seen.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'cross-origin',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    await shop.call('PUT', '/v1/templates/box', {
      name: '箱の話',
      subject: 's',
      mjml: mjml(`<img src="${row.url}" alt="箱" />`),
    });
    await shop.call('PATCH', `/v1/images/${row.id}`, { alt: '木の箱' });
    expect(await shop.call<ImageRow[]>('GET', '/v1/images')).toEqual([
      expect.objectContaining({ id: row.id, alt: '木の箱', usedIn: ['箱の話'] }),
    ]);
    const other = row.id.endsWith('A.png') ? 'Q.png' : 'A.png';
    expect((await fetch(`${shop.url}/i/${row.id.replace(/.\.png$/, other)}`)).status).toBe(404);
    expect((await fetch(`${shop.url}/i/2${row.id.slice(1)}`)).status).toBe(404);
    await fetch(`${shop.url}/v1/images/${row.id}`, { method: 'DELETE', headers: { origin: shop.url } });
    expect((await fetch(`${shop.url}/i/${row.id}`)).status).toBe(404);
  });

  test.each([
    ['x.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['x.png', '<!doctype html><script>alert(1)</script>'],
    ['cut.png', PNG.subarray(0, 30)],
  ])('%s, which is no picture of the kinds that mails show, is refused', async (name, content) => {
    expect((await upload(name, content)).status).toBe(422);
  });
});

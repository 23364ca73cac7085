import type { Checks } from '@tabiji/shared/api/checks.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
}, 120_000);
afterAll(() => shop[Symbol.asyncDispose]());

const mjml = (text: string) =>
  `<mjml><mj-body><mj-section><mj-column><mj-text>${text}</mj-text></mj-column></mj-section></mj-body></mjml>`;

async function codesOf(subject: string, text: string, topic = 'transactional'): Promise<string[]> {
  await shop.call('PUT', '/v1/templates/checked', { name: 'ご案内', subject, mjml: mjml(text) });
  return codesOfJourney(topic);
}

async function codesOfJourney(topic: string): Promise<string[]> {
  const graph = {
    schema: 1,
    name: 'Checked',
    start: 's',
    settings: { topic },
    nodes: {
      s: { type: 'start', config: { triggers: [{ on: 'manual' }] }, next: { next: 'm' } },
      m: { type: 'email', config: { template: 'checked' }, next: { next: 'x' } },
      x: { type: 'exit', config: {} },
    },
  };
  const { id } = await shop.post<{ id: number }>('/v1/journeys', { graph });
  const { problems } = await shop.call<Checks>('GET', `/v1/journeys/${id}/checks`);
  for (const { node, message } of problems) {
    expect(node).toBe('m');
    expect(message.ja).toContain('「ご案内」');
  }
  return problems.map(({ code, severity }) => `${code} ${severity}`);
}

test('a mail that says the same to everybody is sound', async () => {
  expect(await codesOf('ありがとうございます', "{{ customer.lastName | keisho: '様' }}、こんにちは")).toEqual([]);
});

test('an empty subject, a value that no mail has', async () => {
  expect(await codesOf(' ', '{{ customer.lastname }}')).toEqual(['E09 error', 'E10 error']);
});

test('something that is still to be written, in subject or body', async () => {
  expect(await codesOf('【商品名】のご案内', '【価格】です')).toEqual(['E21 error', 'E21 error']);
  expect(await codesOf('【重要】お届けについて', '')).toEqual([]);
});

test('a value that many customers do not have, told with the share', async () => {
  await shop.post('/v1/identify', { customer: 'ada', email: 'ada@example.com', lastName: '山田' });
  for (const who of ['ben', 'chie', 'dai'])
    await shop.post('/v1/identify', { customer: who, email: `${who}@example.com` });
  await shop.post('/v1/identify', { customer: 'by telephone' }); // never gets a mail
  expect(await codesOf('お知らせ', '{{ customer.lastName }} 様')).toEqual(['E11 warning', 'W08 warning']);
  expect(await codesOf('お知らせ', "{{ customer.firstName | default: 'お客' }}様")).toEqual([]);
});

test('a promotional mail without what the law wants shown; a footer mends the mail, the settings the rest', async () => {
  expect(await codesOf('お知らせ', 'こんにちは', 'news')).toEqual(['E13 warning', 'E13 warning']);
  const identity = { company: '花と暦株式会社', postalAddress: '京都市中京区1-2', contact: '075-000-0000' };
  await shop.call('PATCH', '/v1/workspace', { identity });
  expect(await codesOf('お知らせ', 'こんにちは', 'news')).toEqual(['E13 warning']);
  const { mjml: source } = await shop.post<{ mjml: string }>('/v1/templates/checked/footer', {});
  expect(source).toContain('{{ links.unsubscribe }}');
  expect(await codesOfJourney('news')).toEqual([]);
});

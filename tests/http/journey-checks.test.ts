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

test('links that answer a question which the journey does not ask, or does not offer: told, and not published', async () => {
  const ask = (question: string, values: string[]) => ({
    type: 'question',
    config: {
      question,
      text: 'いかがですか？',
      answers: values.map((value, i) => ({ port: `p${i}`, value, label: value })),
      until: 'P3D',
    },
    next: Object.fromEntries([...values.map((_, i) => `p${i}`), 'silence'].map((port) => [port, 'x'])),
  });
  const publish = async (node?: object) => {
    const graph = {
      schema: 1,
      name: 'Asking',
      start: 's',
      settings: { topic: 'transactional' },
      nodes: {
        s: { type: 'start', config: { triggers: [{ on: 'manual' }] }, next: { next: 'm' } },
        m: { type: 'email', config: { template: 'checked' }, next: { next: node ? 'q' : 'x' } },
        ...(node && { q: node }),
        x: { type: 'exit', config: {} },
      },
    };
    const { id, rev } = await shop.post<{ id: number; rev: number }>('/v1/journeys', { graph });
    const { problems } = await shop.call<Checks>('GET', `/v1/journeys/${id}/checks`);
    const reply = await shop.raw('POST', `/v1/journeys/${id}/publish`, JSON.stringify({ rev }));
    return { problems, status: reply.status, text: await reply.text() };
  };
  const text = '<a href="{{ question.felt.yes }}">はい</a> <a href="{{ question[\'felt\'][\'no\'] }}">いいえ</a>';
  await shop.call('PUT', '/v1/templates/checked', { name: 'ご案内', subject: '質問', mjml: mjml(text) });
  const none = await publish();
  expect(none.problems.map(({ code, node, severity }) => [code, node, severity])).toEqual([['E23', 'm', 'error']]);
  expect(none.problems[0]!.message.ja).toMatch(/「ご案内」：質問「felt」.*質問の答え/);
  expect(none.problems[0]!.message.en).toMatch(/“ご案内”.*“felt”.*“Answer”.*take the links out/);
  expect(none.status).toBe(422);
  expect(none.text).toContain('“felt”');
  const other = await publish(ask('else', ['yes', 'no']));
  expect([other.status, other.problems.map(({ code }) => code)]).toEqual([422, ['E23']]);
  const part = await publish(ask('felt', ['yes', 'perhaps']));
  expect([part.status, part.problems.map(({ message }) => message.en)]).toEqual([
    422,
    [expect.stringContaining('has no answer “no” (it has: yes, perhaps)')],
  ]);
  expect(await publish(ask('felt', ['yes', 'no']))).toMatchObject({ status: 200, problems: [] });
  expect((await publish()).status).toBe(422); // that another journey asks it changes nothing
});

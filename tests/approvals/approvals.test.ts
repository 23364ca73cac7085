import type { JourneyComment } from '@tabiji/shared/api/comments.ts';
import type { Approval, ReviewStanding } from '@tabiji/shared/api/reviews.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { DEFAULT_BRAND as BRAND } from '@tabiji/shared/api/mail-settings.ts';
import type { SenderList } from '@tabiji/shared/api/senders.ts';
import { sha256 } from '@tabiji/server/hash.ts';
import { stableText } from '@tabiji/shared/stable-json.ts';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { journey, mail, wait } from '../support/build.ts';
import { openShop, type Shop } from '../support/shop.ts';
import { asOwner } from '../support/world-database.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  await shop.call('PATCH', '/v1/workspace', { reviewRequired: true });
}, 120_000);
afterAll(() => shop[Symbol.asyncDispose]());

const MJML = (said: string) =>
  `<mjml><mj-body><mj-section><mj-column><mj-text>${said}</mj-text></mj-column></mj-section></mj-body></mjml>`;
const graph = (length: string): JourneyGraph =>
  journey({ name: '承認', on: { on: 'first_purchase' } }, mail('hello'), wait(length));
const writeMail = (said: string) =>
  shop.call('PUT', '/v1/templates/hello', { name: 'お礼', subject: 'お礼', mjml: MJML(said) });

interface Reply<T> {
  status: number;
  body: T & { error?: { code: string; field?: string; details?: { because?: string } } };
}
/** Somebody with a browser of their own. */
const person = (id: string) => ({
  async ask<T = ReviewStanding>(method: string, path: string, body?: unknown): Promise<Reply<T>> {
    const reply = await fetch(`${shop.url}/v1${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        origin: shop.url,
        'tabiji-person': String(new URLSearchParams({ id, name: id, tab: id })),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: reply.status, body: (await reply.json()) as Reply<T>['body'] };
  },
});
const oka = person('oka');
const hayashi = person('hayashi');

/** A journey that 岡 draws. */
async function drawn(length = 'P1D') {
  await writeMail('はじめまして');
  const { body } = await oka.ask<{ id: number; rev: number }>('POST', '/journeys', { graph: graph(length) });
  const path = `/journeys/${body.id}`;
  let { rev } = body;
  return {
    path,
    save: async (next: string) => {
      const saved = await oka.ask<{ rev: number }>('PUT', `${path}/draft`, { base: rev, graph: graph(next) });
      expect(saved.status).toBe(200);
      rev = saved.body.rev;
    },
    publish: () => oka.ask<{ version: number }>('POST', `${path}/publish`, { rev, by: '岡' }),
    standing: async (who = hayashi) => (await who.ask('GET', `${path}/review`)).body.review,
    ask: () => oka.ask('PUT', `${path}/review`, { reviewer: '林', text: '1日でよいですか' }),
    answer: (who: typeof oka, body: object) => who.ask('POST', `${path}/review/answer`, body),
  };
}
const because = ({ status, body }: Reply<unknown>) => [status, body.error?.code, body.error?.details?.because];

describe('approval', () => {
  test('nothing is published without one; the refusal says why', async () => {
    const one = await drawn();
    expect(because(await one.publish())).toEqual([422, 'refused', 'none']);
    await one.ask();
    expect(because(await one.publish())).toEqual([422, 'refused', 'asked']);
    expect((await one.answer(hayashi, { state: 'changes_wanted' })).status).toBe(400);
    await one.answer(hayashi, { state: 'changes_wanted', text: '3日で' });
    expect(because(await one.publish())).toEqual([422, 'refused', 'changes_wanted']);
    await one.answer(hayashi, { state: 'approved' });
    expect(await one.publish()).toMatchObject({ status: 200, body: { version: 1 } });
  });

  test('nobody approves what they drew or asked about, unless the workspace lets people work alone', async () => {
    const one = await drawn();
    await one.ask();
    expect(await one.standing(oka)).toMatchObject({ own: true });
    expect(await one.standing(hayashi)).toMatchObject({ own: false });
    expect(because(await one.answer(oka, { state: 'approved' }))).toEqual([422, 'refused', 'own']);
    await shop.call('PATCH', '/v1/workspace', { reviewAlone: true });
    expect(await one.standing(oka)).toMatchObject({ own: false });
    expect((await one.answer(oka, { state: 'approved' })).body.review).toMatchObject({ state: 'approved' });
    await shop.call('PATCH', '/v1/workspace', { reviewAlone: false });
  });

  test('a change of the graph or of a mail takes it away and is named; taken back, it holds again', async () => {
    const one = await drawn('P1D');
    await one.ask();
    await one.answer(hayashi, { state: 'approved' });
    await one.save('P5D');
    const changed = await one.standing();
    expect(changed).toMatchObject({ state: 'approved', outdated: true, since: { mails: [] } });
    expect(changed?.since?.changes.ja.join()).toMatch(/1日.*5日/);
    expect(because(await one.publish())).toEqual([422, 'refused', 'outdated']);
    await one.save('P1D');
    expect(await one.standing()).toMatchObject({ outdated: false, since: null });
    await writeMail('ほかの言葉');
    expect(await one.standing()).toMatchObject({ outdated: true, since: { changes: { ja: [] }, mails: ['お礼'] } });
    expect(because(await one.publish())).toEqual([422, 'refused', 'outdated']);
    await writeMail('はじめまして');
    expect((await one.publish()).status).toBe(200);
  });

  test('a change of what the mails show of the shop takes it away and is named; of what they do not show, not', async () => {
    const one = await drawn();
    const branded = (colour: string) =>
      shop.call('PATCH', '/v1/mail-settings', { brand: { ...BRAND, primary: colour } });
    const identity = (company: string) => shop.call('PATCH', '/v1/workspace', { identity: { company } });
    await branded('#112233');
    await identity('旅路商店');
    await one.ask();
    await one.answer(hayashi, { state: 'approved' });
    await branded('#445566');
    expect(await one.standing()).toMatchObject({ outdated: false }); // the mail has no colour of the brand
    await writeMail('<span style="color:{{ brand.primary }}">はじめまして</span>');
    await one.answer(hayashi, { state: 'approved' });
    await branded('#778899');
    expect(await one.standing()).toMatchObject({
      state: 'approved',
      outdated: true,
      since: { changes: { ja: [] }, mails: [], letterhead: ['brand'] },
    });
    expect(because(await one.publish())).toEqual([422, 'refused', 'letterhead']);
    await branded('#445566');
    expect(await one.standing()).toMatchObject({ outdated: false, since: null });
    await identity('別の商店');
    expect(await one.standing()).toMatchObject({ outdated: true, since: { letterhead: ['identity'] } });
    await identity('旅路商店');
    const { senders } = (await oka.ask<SenderList>('GET', '/senders')).body;
    const { key, isDefault: _, retired: __, uses: ___, trouble: ____, ...settings } = senders[0]!;
    const renamed = (ja: string) =>
      oka.ask('PATCH', `/senders/${key}`, { settings: { ...settings, fromName: { ...settings.fromName, ja } } });
    expect((await renamed('店長')).status).toBe(200);
    expect(await one.standing()).toMatchObject({ outdated: true, since: { mails: [], letterhead: ['senders'] } });
    await renamed(settings.fromName.ja);
    expect((await one.publish()).status).toBe(200);
  });

  test('what was approved before the letterhead counted stays approved', async () => {
    const one = await drawn();
    await one.ask();
    await one.answer(hayashi, { state: 'approved' });
    await asOwner(shop.databaseUrl, async (owner) => {
      const rows = await owner<{ id: number; content: { graph: object; mails: object } }>(
        'select id, content from approval where content is not null order by id desc limit 2',
      );
      for (const { id, content } of rows) {
        const { graph, mails } = content;
        const hash = sha256(stableText({ graph, mails }), 'hex');
        await owner('update approval set content = $2, hash = $3 where id = $1', [id, { graph, mails }, hash]);
      }
      return [];
    });
    expect(await one.standing()).toMatchObject({ state: 'approved', outdated: false });
    expect((await one.publish()).status).toBe(200);
  });

  test('the history keeps who, when, about what and why, with the version it led to, and cannot be changed', async () => {
    const one = await drawn();
    await one.ask();
    await one.answer(hayashi, { state: 'changes_wanted', text: '3日で' });
    await one.answer(hayashi, { state: 'approved' });
    await one.publish();
    await one.save('P9D');
    await one.ask();
    const { body } = await oka.ask<Approval[]>('GET', `${one.path}/approvals`);
    expect(body.map(({ did, by, text, version }) => [did, by, text, version])).toEqual([
      ['asked', 'oka', '1日でよいですか', 1],
      ['changes_wanted', 'hayashi', '3日で', 1],
      ['approved', 'hayashi', null, 1],
      ['published', '岡', null, 1],
      ['asked', 'oka', '1日でよいですか', null],
    ]);
    expect(body[0]!.hash).toBe(body[3]!.hash);
    expect(body[0]!.hash).not.toBe(body[4]!.hash);
    const client = new pg.Client({ connectionString: shop.databaseUrl });
    await client.connect();
    await client.query('set role tabiji_app');
    await client.query(`set tabiji.workspace = '1'`);
    await expect(client.query(`update approval set text = 'x'`)).rejects.toThrow('permission denied');
    await expect(client.query('delete from approval')).rejects.toThrow('permission denied');
    await client.end();
  });
});

describe('comments', () => {
  test('stand on the journey or on a node, are answered, settled and opened again by an answer', async () => {
    const { path } = await drawn();
    const say = (who: typeof oka, body: object) => who.ask<JourneyComment[]>('POST', `${path}/comments`, body);
    await say(oka, { text: '全体について' });
    const { body: two } = await say(hayashi, { text: 'この待ち方は？', node: 'wait1' });
    const thread = two[1]!.id;
    await say(oka, { text: '短くします', thread });
    const settled = await hayashi.ask<JourneyComment[]>('PATCH', `${path}/comments/${thread}`, { resolved: true });
    expect(settled.body.map(({ by, node, text, resolved }) => [by, node, text, resolved?.by])).toEqual([
      ['oka', null, '全体について', undefined],
      ['hayashi', 'wait1', 'この待ち方は？', 'hayashi'],
      ['oka', 'wait1', '短くします', undefined],
    ]);
    const { body: open } = await say(oka, { text: 'もう一度', thread });
    expect(open.find(({ id }) => id === thread)?.resolved).toBeNull();
    expect((await say(oka, { text: 'x', thread: 1 })).status).toBe(404);
    expect((await hayashi.ask('PATCH', `${path}/comments/${open.at(-1)!.id}`, { resolved: true })).status).toBe(404);
  });

  test('of another journey are not seen', async () => {
    const { path } = await drawn();
    expect((await oka.ask<JourneyComment[]>('GET', `${path}/comments`)).body).toEqual([]);
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { asOwner } from '../support/world-database.ts';
import { openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
}, 120_000);
afterAll(() => shop[Symbol.asyncDispose]());

/** Status, code and field of what a refused request is answered with. */
async function refusal(path: string, body: unknown): Promise<[number, string, string | undefined]> {
  const reply = await shop.raw('POST', path, typeof body === 'string' ? body : JSON.stringify(body));
  const { error } = (await reply.json()) as { error: { code: string; message: string; field?: string } };
  expect(error.message.length).toBeGreaterThan(10);
  return [reply.status, error.code, error.field];
}
const stored = async () => (await asOwner(shop.databaseUrl, (owner) => owner('select id from customer'))).length;

test('facts are answered with how many were new', async () => {
  const event = { id: 'e1', customer: 'ada', event: 'visited', properties: { shop: 'Kyoto' } };
  expect(await shop.post('/v1/track', event)).toEqual({ stored: 1, duplicates: 0 });
  expect(await shop.post('/v1/track', event)).toEqual({ stored: 0, duplicates: 1 });
});

test('the same id with other content is a conflict, and nothing of its batch is stored', async () => {
  const before = await stored();
  const changed = { type: 'track', id: 'e1', customer: 'ada', event: 'left' };
  const fresh = { type: 'order', id: 'o1', customer: 'newcomer', amount: 100 };
  expect(await refusal('/v1/batch', { facts: [fresh, changed] })).toEqual([409, 'conflict', 'facts.1.id']);
  expect(await stored()).toBe(before);
});

test('what cannot be a fact is refused by the name of its field', async () => {
  const order = { id: 'o2', customer: 'ben', amount: 100 };
  expect(await refusal('/v1/orders', { ...order, amount: -1 })).toEqual([400, 'invalid', 'amount']);
  expect(await refusal('/v1/orders', { ...order, amount: 1.5 })).toEqual([400, 'invalid', 'amount']);
  expect(await refusal('/v1/orders', { ...order, at: '2026-02-30' })).toEqual([400, 'invalid', 'at']);
  expect((await refusal('/v1/orders', { ...order, at: '2999-01-01' })).slice(0, 2)).toEqual([400, 'invalid']);
  expect((await refusal('/v1/orders', { ...order, amuont: 1 })).slice(0, 2)).toEqual([400, 'invalid']);
  expect(await refusal('/v1/identify', { customer: 'ben', email: 'no address' })).toEqual([400, 'invalid', 'email']);
  expect(await refusal('/v1/identify', { customer: 'ben', timeZone: 'Mars/Base' })).toEqual([
    400,
    'invalid',
    'timeZone',
  ]);
  expect((await refusal('/v1/orders', '{ "id": ')).slice(0, 2)).toEqual([400, 'invalid']);
});

test('characters that no database keeps are refused, wherever they stand', async () => {
  const event = { id: 'e3', customer: 'ben', event: 'visited' };
  const zero = String.fromCharCode(0);
  for (const fact of [
    { ...event, properties: { shop: `a${zero}b` } },
    { ...event, properties: { deep: [{ [`k${zero}`]: 1 }] } },
    { ...event, customer: `ben${zero}` },
    { ...event, id: zero },
  ])
    expect((await refusal('/v1/track', fact)).slice(0, 2)).toEqual([400, 'invalid']);
  const graph = { schema: 1, name: zero, start: 's', nodes: { s: { type: 'start', config: { triggers: [] } } } };
  expect((await refusal('/v1/journeys', { graph })).slice(0, 2)).toEqual([400, 'invalid']);
  expect((await shop.raw('GET', '/v1/letters?q=%00')).status).toBe(400);
  const lone = { ...event, properties: { shop: '\ud800' } };
  expect((await refusal('/v1/track', lone)).slice(0, 2)).toEqual([400, 'invalid']);
});

import type { SavedBlock } from '@tabiji/shared/api/saved-blocks.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
}, 120_000);
afterAll(() => shop[Symbol.asyncDispose]());

const list = () => shop.call<SavedBlock[]>('GET', '/v1/blocks');
const save = (name: string, mjml: string) => shop.post<SavedBlock>('/v1/blocks', { name, mjml });

test('blocks are kept by name, replaced and forgotten', async () => {
  const hello = await save('あいさつ', '<mj-text>はじめまして</mj-text>');
  await save('区切り', '<mj-divider />');
  const again = await save(' あいさつ ', '<mj-text>こんにちは</mj-text>');
  expect(again.id).toBe(hello.id);
  expect((await list()).map(({ name, mjml }) => [name, mjml])).toEqual([
    ['あいさつ', '<mj-text>こんにちは</mj-text>'],
    ['区切り', '<mj-divider />'],
  ]);
  expect((await shop.raw('DELETE', `/v1/blocks/${hello.id}`)).status).toBe(204);
  expect((await list()).map(({ name }) => name)).toEqual(['区切り']);
});

test('what would take a mail apart is not kept', async () => {
  for (const mjml of ['<mj-text>', 'words', '</mj-column>']) {
    await expect(save('x', mjml)).rejects.toThrow();
  }
  expect((await list()).map(({ name }) => name)).not.toContain('x');
});

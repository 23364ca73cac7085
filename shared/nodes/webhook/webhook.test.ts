import { expect, test } from 'vitest';
import { turn } from '../turn.fixture.ts';
import { Webhook, webhook } from './node.ts';

const config = Webhook.parse({ url: 'https://shop.example/hook', fields: ['stage'] });

test('it asks its performer, and knows the ways the result may name', () => {
  expect(webhook.decide(turn(config))).toEqual({
    kind: 'ask',
    effect: { kind: 'perform', performer: 'webhook', payload: config },
    ports: ['ok', 'refused', 'failed'],
  });
});

test.each([
  ['', [['error', 'url']]],
  ['shop.example/hook', [['error', 'url']]],
  ['ftp://shop.example', [['error', 'url']]],
  ['javascript:alert(1)', [['error', 'url']]],
  ['http://shop.example', [['warning', 'url']]],
  ['https://shop.example', []],
])('%j: %j', (url, wanted) => {
  expect((webhook.problems?.({ ...config, url }, {}) ?? []).map(({ severity, path }) => [severity, path])).toEqual(
    wanted,
  );
});

test.each([
  [{ name: 'Content-Length', value: '1' }, 'headers.0.name'],
  [{ name: 'A B', value: '' }, 'headers.0.name'],
  [{ name: 'A', value: 'x\r\nB: y' }, 'headers.0.value'],
  [{ name: 'A', value: 'あ' }, 'headers.0.value'],
])('%j is refused', (header, path) => {
  expect(webhook.problems?.({ ...config, headers: [header] }, {})).toMatchObject([{ path }]);
});

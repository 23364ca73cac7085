import type { Json } from '@tabiji/shared/json.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import { expect, test } from 'vitest';
import { isInLane, lanesOf } from './lanes.ts';
import { onlySender } from './only-sender.ts';
import { SenderBook } from './sender-book.ts';
import type { SenderRecord } from './senders.sql.ts';

const sender = (key: string, more: Partial<SenderRecord> = {}): SenderRecord => ({
  ...onlySender({ sender: { key, name: key, address: `${key}@shop.example` } }),
  ...more,
});
const tanaka = { key: '田中', name: '田中 美咲', address: 'tanaka@shop.example', replyTo: null };
const sato = { key: 'S-02', name: '佐藤', address: 'sato@shop.example', replyTo: 'front@shop.example' };
const salon = sender('salon', {
  fromName: { ja: '旅路サロン', en: 'Tabiji Salon' },
  replyTo: 'desk@shop.example',
  staff: { attribute: '担当', people: [tanaka, sato] },
});
const book = new SenderBook([sender('main'), salon], 'main');
const reader = (value?: Json, locale: Locale = 'ja'): Parameters<SenderBook['voice']>[1] => ({
  attributes: value === undefined ? {} : { 担当: value },
  locale,
});

test('a mail goes in the name that is asked for, or in that of the default sender', () => {
  expect(book.voice(null, reader()).from).toEqual({ name: 'main', address: 'main@shop.example' });
  expect(book.voice('nobody', reader()).sender).toBe('main');
  expect(book.voice('salon', reader(undefined, 'en'))).toEqual({
    sender: 'salon',
    from: { name: 'Tabiji Salon', address: 'salon@shop.example' },
    replyTo: 'desk@shop.example',
    identity: {},
  });
  expect(book.voice('main', reader(undefined, 'en')).from.name).toBe('main'); // the only name it has
});

test.each<[what: string, value: Json | undefined, name: string]>([
  ['by their key', '田中', '田中 美咲'],
  ['full-width letters, small ones, spaces', ' ｓ－02 ', '佐藤'],
  ['nobody is named', undefined, '旅路サロン'],
  ['somebody who has left', '鈴木', '旅路サロン'],
  ['an empty text', '', '旅路サロン'],
  ['something that is no name', ['田中'], '旅路サロン'],
])('the customer’s own staff member writes, or the sender itself: %s', (_, value, name) => {
  expect(book.voice('salon', reader(value)).from.name).toBe(name);
});

test('answers go to the staff member, not to the sender they stand in for', () => {
  expect(book.voice('salon', reader('田中')).replyTo).toBeUndefined();
  expect(book.voice('salon', reader('S-02')).replyTo).toBe('front@shop.example');
});

test('mails leave by the provider of their sender, each by one', () => {
  expect(lanesOf(book, 'smtp')).toEqual([{ provider: 'smtp', senders: [], others: true }]);
  const two = new SenderBook(
    [sender('main'), sender('bulk', { provider: 'resend' }), sender('own', { provider: 'smtp' })],
    'main',
  );
  const lanes = lanesOf(two, 'smtp');
  expect(lanes.map(({ provider }) => provider)).toEqual(['smtp', 'resend']);
  for (const key of ['main', 'bulk', 'own', 'gone'])
    expect(lanes.filter((lane) => isInLane(lane, key)).map(({ provider }) => provider)).toEqual([
      key === 'bulk' ? 'resend' : 'smtp',
    ]);
});

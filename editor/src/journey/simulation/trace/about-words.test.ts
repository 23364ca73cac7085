import type { Asking } from '@tabiji/shared/nodes/define-node.ts';
import { expect, test } from 'vitest';
import { makeFmt } from '../../../fmt.ts';
import { aboutWords } from './about-words.ts';

const fmt = makeFmt('ja', 'Asia/Tokyo');
const asking = [
  { question: 'felt_effect', text: '使い心地はいかがですか', answers: [{ value: 'not_yet', label: 'まだ' }] },
] as unknown as Asking[];
const say = (what: string, about: Parameters<typeof aboutWords>[0]['about'], locale: 'ja' | 'en' = 'ja') =>
  aboutWords({ what, about }, locale, locale === 'ja' ? fmt : makeFmt('en', 'Asia/Tokyo'), asking);

test('a change of a customer names the fields as the rest of the editor does', () => {
  const about = {
    email: 'mori@example.com',
    lastName: '森',
    firstName: '結衣',
    locale: 'ja',
    attributes: { 肌質: '乾燥' },
  };
  expect(say('identify', about)).toBe('メールアドレス：mori@example.com、姓：森、名：結衣');
  expect(say('identify', { lastName: 'Mori', attributes: { skin: 'dry' } }, 'en')).toBe('Family name: Mori, skin: dry');
});

test('an order is its amount, an event its properties, and neither shows its id', () => {
  expect(say('order', { id: 'order-1', amount: 6800, items: [] })).toBe(fmt.money(6800));
  expect(say('visit', { id: 'e1', event: 'visit', at: '2026-04-02', properties: { 店舗: '本店' } })).toBe('店舗：本店');
  expect(say('visit', { id: 'e1', event: 'visit' })).toBe('');
});

test('an answer is said as the mail asks it, and as it is stored when nobody asks it any more', () => {
  const answered = { id: 'e1', event: 'question_answered', properties: { question: 'felt_effect', answer: 'not_yet' } };
  expect(say('question_answered', answered)).toBe('使い心地はいかがですか：まだ');
  expect(say('identify', { attributes: { 'answers.felt_effect': 'not_yet' } })).toBe('使い心地はいかがですか：まだ');
  const other = { properties: { question: 'why', answer: 'x' } };
  expect(say('question_answered', other)).toBe('why：x');
});

import { expect, test } from 'vitest';
import type { Trigger } from '../../journey/triggers.ts';
import type { NamesOf } from '../define-node.ts';
import { triggerWords } from './words.ts';

const names: NamesOf = {
  template: () => undefined,
  segment: () => undefined,
  rank: (key) => ({ loyal: '優良客', best: '超優良客' })[key],
};

test.each<[Trigger, string, string]>([
  [
    { on: 'order', where: [{ property: 'name', op: 'contains', value: 'お試し' }] },
    '購入があったとき（商品名に お試し を含む）',
    'When a purchase is made (product name contains お試し)',
  ],
  [
    { on: 'event', event: 'viewed', where: [{ property: 'name', op: 'eq', value: 'x' }] },
    '「viewed」が起きたとき（nameが x）',
    'When “viewed” happens (name is x)',
  ],
  [
    { on: 'elapsed', since: 'delivered', after: 'P0D', at: '10:00' },
    '到着の当日 10:00',
    'On the day of delivery at 10:00',
  ],
  [{ on: 'elapsed', since: 'run_out', after: 'P0D' }, '使い切る日', 'On the run-out day'],
  [{ on: 'elapsed', since: 'event:visit', after: 'PT0S' }, 'イベント「visit」の直後', 'Right after the event “visit”'],
  [{ on: 'elapsed', since: 'delivered', after: 'P2D' }, '到着から2日後', '2 days after delivery'],
  [
    { on: 'anniversary', attribute: 'birthday', offset: 'P0D', at: '09:00' },
    '毎年「birthday」の日 09:00',
    'Every year on “birthday” at 09:00',
  ],
  [
    { on: 'cpm', rank: { to: ['loyal', 'best'] } },
    'CPMランクが優良客・超優良客に変わったとき',
    'When the CPM rank changes to 優良客 or 超優良客',
  ],
])('%o is said in words, without the names of properties and keys that the product knows', (trigger, ja, en) => {
  expect(triggerWords(trigger, 'ja', names)).toBe(ja);
  expect(triggerWords(trigger, 'en', names)).toBe(en);
});

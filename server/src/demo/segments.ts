import type { Condition } from '@tabiji/shared/conditions/condition.ts';

/** A segment of the demo's shop. */
export interface DemoSegment {
  key: string;
  name: string;
  condition: Condition;
}

/** Whom the demo's shop keeps an eye on. */
export const DEMO_SEGMENTS: readonly DemoSegment[] = [
  { key: 'contract', name: '定期のお客様', condition: { attribute: '購入区分', op: 'eq', value: '定期' } },
  {
    key: 'dormant-90',
    name: '休眠90日',
    condition: {
      all: [
        { orders: 'count', op: 'gte', value: 1 },
        { orders: 'last', op: 'moreThanAgo', value: 'P90D' },
      ],
    },
  },
  {
    key: 'vip',
    name: '優良客',
    condition: {
      all: [
        { orders: 'count', op: 'gte', value: 5 },
        { orders: 'amount', op: 'gte', value: 30_000 },
        { orders: 'last', op: 'withinLast', value: 'P240D' },
      ],
    },
  },
];

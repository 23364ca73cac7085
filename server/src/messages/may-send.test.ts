import { expect, test } from 'vitest';
import { type Check, type Manners, maySend } from './may-send.ts';

const FINE: Check = {
  waiting: true,
  journey: 'live',
  merged: false,
  email: 'hanako@example.com',
  zone: null,
  said: null,
  refusedAllAt: null,
  suppressed: null,
  mallOnly: false,
  boughtProduct: null,
  promotionsHeldUntil: null,
};
const NOON = Date.parse('2026-03-02T12:00:00+09:00');
const AT_NOON: Manners = {
  now: NOON,
  askedAt: NOON,
  stale: false,
  needsAddress: true,
  quietZone: 'Asia/Tokyo',
  windowZone: 'Asia/Tokyo',
  topic: { key: 'news', kind: 'marketing', byDefault: true },
  stopped: false,
  senderPaused: false,
  pausedProduct: null,
};
const at = (text: string) => Date.parse(`2026-03-${text}:00+09:00`);
const no = (text: string) => ({ subscribed: false, at: at(text) });
const yes = (text: string) => ({ subscribed: true, at: at(text) });
const ORDERS = { key: 'transactional', kind: 'transactional', byDefault: true } as const;
const ASKED = { key: 'offers', kind: 'marketing', byDefault: false } as const;
const night = { from: '21:00', to: '08:00' };
const closed = {
  days: { days: [{ on: '03-02/03-03', name: '棚卸し' }], holidays: true },
  zone: 'Asia/Tokyo',
};
const office = { from: '10:00', to: '17:00', days: ['mon' as const, 'tue' as const] };

test.each<[Partial<Check>, Partial<Manners>, object]>([
  [{}, {}, { send: true }],
  [{ waiting: false }, {}, { refused: 'left_journey' }],
  [{ journey: 'stopped' }, {}, { refused: 'journey_stopped' }],
  [{ journey: 'archived' }, {}, { refused: 'journey_stopped' }],
  [{ merged: true }, {}, { refused: 'merged' }],
  [{ journey: 'paused' }, { stale: true, now: at('02T23:00') }, { held: 'paused', until: null }],
  [{ journey: 'paused', waiting: false }, {}, { refused: 'left_journey' }],
  [{}, { stale: true }, { refused: 'overdue' }],
  [{ said: no('01T09:12') }, {}, { refused: 'unsubscribed', detail: '2026-03-01T00:12:00.000Z' }],
  [{ said: no('01T09:12') }, { topic: ORDERS }, { send: true }],
  [{ said: yes('01T09:12') }, {}, { send: true }],
  [{ refusedAllAt: at('01T09:12') }, {}, { refused: 'unsubscribed', detail: '2026-03-01T00:12:00.000Z' }],
  [
    { refusedAllAt: at('01T09:12'), said: yes('01T09:11') },
    {},
    { refused: 'unsubscribed', detail: '2026-03-01T00:12:00.000Z' },
  ],
  [{ refusedAllAt: at('01T09:12'), said: yes('01T09:13') }, {}, { send: true }],
  [{}, { topic: ASKED }, { refused: 'no_consent', detail: 'offers' }],
  [{ said: no('01T09:12') }, { topic: ASKED }, { refused: 'unsubscribed', detail: '2026-03-01T00:12:00.000Z' }],
  [{ said: yes('01T09:12') }, { topic: ASKED }, { send: true }],
  [{ suppressed: 'hard_bounce' }, {}, { refused: 'suppressed', detail: 'hard_bounce' }],
  [{ suppressed: 'hard_bounce' }, { topic: ORDERS }, { refused: 'suppressed', detail: 'hard_bounce' }],
  [{ suppressed: 'complaint' }, {}, { refused: 'suppressed', detail: 'complaint' }],
  [{ suppressed: 'complaint' }, { topic: ORDERS }, { send: true }],
  [{ suppressed: 'import' }, { topic: ORDERS }, { send: true }],
  [{ mallOnly: true }, {}, { refused: 'mall_only' }],
  [{ mallOnly: true }, { topic: ORDERS }, { send: true }],
  [{ boughtProduct: 'soap' }, {}, { refused: 'bought_product', detail: 'soap' }],
  [{ boughtProduct: 'soap' }, { topic: ORDERS }, { send: true }],
  [{}, { pausedProduct: 'soap' }, { held: 'product_paused', until: null }],
  [{}, { pausedProduct: 'soap', topic: ORDERS }, { send: true }],
  [{}, { pausedProduct: 'soap', maxAge: 'P1D', askedAt: at('01T12:00') }, { refused: 'expired' }],
  [{ boughtProduct: 'soap' }, { pausedProduct: 'soap' }, { refused: 'bought_product', detail: 'soap' }],
  [{ promotionsHeldUntil: at('09T00:00') }, {}, { held: 'promotion_hold', until: at('09T00:00') }],
  [{ promotionsHeldUntil: at('09T00:00') }, { topic: ORDERS }, { send: true }],
  [{ promotionsHeldUntil: NOON }, {}, { send: true }],
  [{ promotionsHeldUntil: at('09T00:00') }, { maxAge: 'P1D', askedAt: at('01T12:00') }, { refused: 'expired' }],
  [{}, { stopped: true, topic: ORDERS }, { held: 'stopped', until: null }],
  [{}, { senderPaused: true }, { held: 'sender_paused', until: null }],
  [{}, { senderPaused: true, topic: ORDERS }, { send: true }],
  [{ journey: 'unreleased' }, { topic: ORDERS }, { held: 'unreleased', until: null }],
  [{ journey: 'unreleased' }, { quietHours: night, now: at('02T22:00') }, { held: 'unreleased', until: null }],
  [{ journey: 'unreleased', suppressed: 'hard_bounce' }, {}, { refused: 'suppressed', detail: 'hard_bounce' }],
  [{ journey: 'unreleased' }, { maxAge: 'P1D', askedAt: at('01T12:00') }, { refused: 'expired' }],
  [{ journey: 'unreleased' }, { stopped: true }, { held: 'stopped', until: null }],
  [{ waiting: false }, { stopped: true }, { refused: 'left_journey' }],
  [{ email: null }, {}, { refused: 'no_address' }],
  [{ email: '  ' }, {}, { refused: 'no_address' }],
  [{ email: 'hanako' }, {}, { refused: 'bad_address' }],
  [{ email: ' hanako@example.com ' }, {}, { send: true }],
  [{ email: null }, { needsAddress: false }, { send: true }],
  [{}, { maxAge: 'P3D', askedAt: at('01T12:00') }, { send: true }],
  [{}, { maxAge: 'P1D', askedAt: at('01T12:00') }, { refused: 'expired' }],
  [{}, { quietHours: night }, { send: true }],
  [{}, { quietHours: night, now: at('02T20:59') }, { send: true }],
  [{}, { quietHours: night, now: at('02T21:00') }, { held: 'quiet_hours', until: at('03T08:00') }],
  [{}, { quietHours: night, now: at('02T07:59') }, { held: 'quiet_hours', until: at('02T08:00') }],
  [{}, { quietHours: night, now: at('02T08:00') }, { send: true }],
  [{}, { quietHours: { from: '00:00', to: '00:00' }, now: at('02T00:00') }, { send: true }],
  [{}, { quietHours: night, quietZone: 'America/New_York' }, { held: 'quiet_hours', until: at('02T22:00') }],
  [{}, { sendWindow: office }, { send: true }],
  [{}, { blackout: closed }, { held: 'blackout', until: at('04T12:00') }],
  [{}, { blackout: closed, now: at('04T00:00') }, { send: true }],
  [{}, { blackout: closed, now: at('20T09:00') }, { held: 'blackout', until: at('21T09:00') }], // 春分の日
  [{}, { blackout: closed, quietHours: night, now: at('01T23:00') }, { held: 'quiet_hours', until: at('04T08:00') }],
  [{}, { blackout: closed, quietHours: night, now: at('02T23:00') }, { held: 'blackout', until: at('05T08:00') }],
  [{}, { blackout: closed, sendWindow: office, now: at('02T12:00') }, { held: 'blackout', until: at('09T10:00') }],
  [{}, { sendWindow: office, now: at('02T17:00') }, { held: 'send_window', until: at('03T10:00') }],
  [{}, { sendWindow: office, now: at('03T17:00') }, { held: 'send_window', until: at('09T10:00') }],
  [
    {},
    { quietHours: night, sendWindow: { from: '06:00', to: '09:00' }, now: at('02T22:00') },
    { held: 'quiet_hours', until: at('03T08:00') },
  ],
  [{}, { quietHours: { from: '08:00', to: '20:00' }, sendWindow: office }, { refused: 'never_open' }],
])('%j with %j is %j', (check, manners, verdict) => {
  expect(maySend({ ...FINE, ...check }, { ...AT_NOON, ...manners })).toEqual(verdict);
});

import { checkCondition } from '@tabiji/shared/conditions/check.ts';
import { OPERATORS, type Condition } from '@tabiji/shared/conditions/condition.ts';
import { MESSAGE_EVENTS } from '@tabiji/shared/conditions/message-events.ts';
import type { Json } from '@tabiji/shared/json.ts';
import { addDuration, localDate, localMillis } from '@tabiji/shared/time.ts';
import fc from 'fast-check';

/** When and where a world stands. */
export interface Stand {
  now: number;
  zone: string;
}

export const ATTRIBUTES = [
  'plan',
  'points',
  'since',
  'tags',
  'email',
  'lastName',
  'firstNameKana',
  'locale',
  'toString',
];
export const EVENTS = ['login', 'review', 'constructor'];
/** Kinds of event that conditions on messages ask for. */
export const FEEDBACK = Object.values(MESSAGE_EVENTS);
export const PROPERTIES = ['plan', 'points', 'since', 'tags'];
export const SEGMENTS = ['one', 'two'];
export const TEMPLATES = ['welcome', 'second'];
const DURATIONS = ['P1D', 'P7D', 'P30D', 'P1M', 'P2M', 'P1Y', 'P1M3D', 'PT1H', 'PT36H', 'P1DT2H', 'P2W'];

const WORDS = ['gold', 'Gold', 'go', 'ゴールド', 'Ａ', 'ｱ', '😀', 'a😀', "o'clock", '100%', '_', '\\', 'true', '山田'];
const NUMBER_TEXTS = ['5', '5.0', ' 5 ', '05', '+5', '.5', '1e1', '1E400', '0x5', '５', '5円', '-3', '10'];
const NUMBERS = [0, 5, 5.5, -3, 10, 0.1, 1e15, 1e21, 1e-7, 123456789.25];

/** Instants where tests of time turn: now, and now minus a duration, and just beside them. */
export const instants = ({ now, zone }: Stand): fc.Arbitrary<number> =>
  fc
    .tuple(
      fc.constantFrom(now, ...DURATIONS.map((duration) => addDuration(now, duration, zone, -1))),
      fc.constantFrom(0, 0, -1, 1, 1_800_000, -1_800_000, 3_600_000, -3_600_000, 86_400_000, -86_400_000),
      fc.integer({ min: -50, max: 50 }),
    )
    .map(([at, beside, hours]) => at + beside + (hours % 3 === 0 ? hours * 3_600_000 : 0));

const dateTexts = (stand: Stand): fc.Arbitrary<Json> =>
  fc.oneof(
    instants(stand).map((at) => localDate(at, stand.zone)),
    instants(stand).map((at) => new Date(at).toISOString()),
    instants(stand).map((at) => new Date(localMillis(at, stand.zone)).toISOString().slice(0, -1)),
    instants(stand).map((at) => new Date(at).toISOString().replace('Z', '+09:00')),
    instants(stand),
    fc.constantFrom(
      '2026-02-30',
      '2024-02-29',
      '1900-02-29',
      '2026-13-01',
      '0999-01-01',
      '2026-04-01T24:00',
      '2026-04-01 09:00',
    ),
    fc.constantFrom('2026-04-01T09:00', '2026-04-01T09:00:00.123456Z', '2026-04-01T09:00:60Z', '2026-4-1'),
  );

const scalars = (stand: Stand): fc.Arbitrary<Json> =>
  fc.oneof(
    fc.constantFrom<Json>(...WORDS),
    fc.constantFrom<Json>(...NUMBER_TEXTS),
    fc.constantFrom<Json>(...NUMBERS),
    fc.boolean(),
    dateTexts(stand),
  );

/** What may be stored under a name. */
export const values = (stand: Stand): fc.Arbitrary<Json> =>
  fc.oneof(
    { weight: 6, arbitrary: scalars(stand) },
    fc.array(fc.oneof(scalars(stand), fc.constantFrom<Json>(null, '', ['gold'], [5])), { maxLength: 3 }),
    fc.constantFrom<Json>('', { plan: 'gold' }, {}),
  );

const operators = fc.constantFrom(...OPERATORS);
const tests = (stand: Stand) =>
  fc.record({
    op: operators,
    value: fc.oneof(
      scalars(stand),
      fc.constantFrom<Json>(...DURATIONS),
      fc.array(scalars(stand), { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 0, max: 3 }),
    ),
  });
const wheres = (stand: Stand) =>
  fc.option(
    fc.array(
      fc.tuple(fc.constantFrom(...PROPERTIES), tests(stand)).map(([property, test]) => ({ property, ...test })),
      { maxLength: 2 },
    ),
    { nil: undefined },
  );
const sinces = fc.option(fc.constantFrom('always', ...DURATIONS), { nil: undefined, freq: 1 });
const isSound = (condition: Condition) => checkCondition(condition, { inJourney: false }).length === 0;

/** Any test that a segment may hold. */
const leaves = (stand: Stand): fc.Arbitrary<Condition> => {
  const attributes = fc
    .tuple(fc.constantFrom(...ATTRIBUTES), tests(stand))
    .map(([attribute, test]): Condition => ({ attribute, ...test }))
    .filter(isSound);
  const orders = fc
    .tuple(fc.constantFrom('count', 'amount', 'first', 'last', 'interval'), tests(stand), sinces, wheres(stand))
    .map(([what, test, since, where]) => ({ orders: what, ...test, since, where }) as Condition)
    .filter(isSound);
  const events = fc
    .tuple(fc.constantFrom(...EVENTS), tests(stand), sinces, wheres(stand))
    .map(([event, test, since, where]) => ({ event, ...test, since, where }) as Condition)
    .filter(isSound);
  const segments = fc.record({ segment: fc.constantFrom(...SEGMENTS, 'none'), member: fc.boolean() });
  const messages = fc
    .tuple(
      fc.constantFrom('sent', 'sent', 'delivered', 'opened', 'clicked'),
      fc.option(fc.constantFrom(...TEMPLATES), { nil: undefined }),
      sinces,
    )
    .map(([message, template, since]) => ({ message, template, since }) as Condition);
  const ranks = fc.constantFrom<Json>('loyal', 'こつこつ', 'First', 'nobody');
  const cpm = fc.oneof(
    fc
      .tuple(operators, fc.oneof(ranks, fc.array(ranks, { minLength: 1, maxLength: 2 })))
      .map(([op, value]): Condition => ({ cpm: 'rank', op, value })),
    fc.tuple(fc.constantFrom('eq', 'ne'), fc.boolean()).map(([op, value]): Condition => ({ cpm: 'active', op, value })),
  );
  return fc.oneof(
    { weight: 5, arbitrary: attributes },
    { weight: 5, arbitrary: orders },
    { weight: 3, arbitrary: events },
    segments,
    messages,
    cpm.filter(isSound),
  );
};

/** Any condition that a segment may hold. */
export const conditions = (stand: Stand): fc.Arbitrary<Condition> =>
  fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 4, arbitrary: leaves(stand) },
      fc.array(tie('condition'), { maxLength: 3 }).map((all): Condition => ({ all })),
      fc.array(tie('condition'), { maxLength: 3 }).map((any): Condition => ({ any })),
      tie('condition').map((not): Condition => ({ not })),
    ),
  })).condition;

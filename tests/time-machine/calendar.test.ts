import { expect, test } from 'vitest';
import { journey, mail, node } from '../support/build.ts';
import { createWorld } from '../support/world.ts';
import { tryOut } from './try-out.ts';

/** The instant at which the only wait ends, and the rules that led there. */
async function waitIn(trace: ReturnType<typeof tryOut>) {
  const row = (await trace).rows.find((one) => one.kind === 'step' && one.outcome === 'sleep');
  if (row?.kind !== 'step') throw new Error('nobody waited');
  expect(new Date(row.steps.at(-1)!.to).toISOString()).toBe(row.until);
  return {
    until: row.until,
    rules: row.steps.map(({ rule }) => rule),
    skipped: row.steps.flatMap((s) => s.skipped ?? []),
  };
}
const manual = { on: { on: 'manual' } as const };

test('29 February, the end of the year, holidays and clocks put forward: the instant and its reasons', async () => {
  await using world = await createWorld();
  const birthday = journey(
    manual,
    node('wait-until-date', { date: 'attribute:birthday', at: '10:00', every: 'year', past: 'go_on' }),
  );
  const born = { graph: birthday, customer: { persona: 'leap_birthday' } };
  expect(await waitIn(tryOut(world, { ...born, enterAt: '2027-01-10T10:00:00+09:00' }))).toMatchObject({
    until: '2027-02-28T01:00:00.000Z',
    rules: ['date', 'time_of_day'],
  });
  expect((await waitIn(tryOut(world, { ...born, enterAt: '2028-01-10T10:00:00+09:00' }))).until).toBe(
    '2028-02-29T01:00:00.000Z',
  );

  const days = journey(manual, node('wait', { for: 'P3D', count: 'business_days', closed: ['12-29/01-03'] }));
  const yearEnd = await waitIn(
    tryOut(world, { graph: days, customer: { persona: 'nothing' }, enterAt: '2026-12-25T10:00:00+09:00' }),
  );
  expect(yearEnd.until).toBe('2027-01-05T01:00:00.000Z'); // 28 December, 4 and 5 January
  expect(yearEnd.skipped.map(({ date, because }) => `${date} ${because}`)).toEqual([
    '2026-12-26 weekend',
    '2026-12-27 weekend',
    '2026-12-29 closed',
    '2026-12-30 closed',
    '2026-12-31 closed',
    '2027-01-01 holiday',
    '2027-01-02 closed',
    '2027-01-03 closed',
  ]);

  const night = journey(manual, node('wait', { for: 'P1D' }), mail('hello'));
  const skipped = await waitIn(
    tryOut(world, { graph: night, customer: { persona: 'english' }, enterAt: '2026-03-07T02:30:00-05:00' }),
  );
  expect(skipped).toMatchObject({ until: '2026-03-08T07:00:00.000Z', rules: ['duration', 'clock_change'] });
});

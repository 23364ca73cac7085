import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstDayWithRoom, roomOn, stillCounting } from '@tabiji/shared/sending/cap.ts';

const daily = [{ letters: 1, days: 1 }];
const both = [
  { letters: 1, days: 1 },
  { letters: 3, days: 7 },
];

test.each([
  ['nothing so far', [], daily, 1, 100],
  ['one today', [100], daily, 0, 101],
  ['one yesterday', [99], daily, 1, 100],
  ['three in the week, none today', [94, 96, 98], both, 0, 101],
  ['the oldest left the week today', [93, 96, 98], both, 1, 100],
  ['one today and three in the week', [95, 97, 100], both, 0, 102],
  ['two a day', [100], [{ letters: 2, days: 1 }], 1, 100],
] as const)('%s', (_, days, limits, room, first) => {
  expect(roomOn(100, days, limits)).toBe(room);
  expect(firstDayWithRoom(100, days, limits)).toBe(first);
});

const Limits = fc.array(fc.record({ letters: fc.integer({ min: 1, max: 4 }), days: fc.integer({ min: 1, max: 31 }) }), {
  minLength: 1,
  maxLength: 3,
});

test('whoever goes on the first day with room never exceeds a limit, and what is forgotten changes nothing', () => {
  fc.assert(
    fc.property(Limits, fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 60 }), (limits, gaps) => {
      let days: number[] = [];
      const all: number[] = [];
      let today = 1000;
      for (const gap of gaps) {
        today += gap;
        const day = firstDayWithRoom(today, days, limits);
        expect(day).toBe(firstDayWithRoom(today, all, limits));
        days = [...stillCounting(day, days, limits), day];
        all.push(day);
        today = day;
      }
      for (const limit of limits)
        for (const day of all)
          expect(all.filter((one) => one <= day && one > day - limit.days).length).toBeLessThanOrEqual(limit.letters);
    }),
  );
});

import holidayJp from '@holiday-jp/holiday_jp';
import { expect, test } from 'vitest';
import { DAY_LENGTH, dayFrom } from './day.ts';
import { isJapaneseHoliday, japaneseHoliday } from './japanese-holidays.ts';

const textOf = (day: number) => new Date(day * DAY_LENGTH).toISOString().slice(0, 10);

test('the days off of every year from 1974 to 2050 are those of a list kept by others', () => {
  const listed = new Set(Object.keys(holidayJp.holidays));
  const different: string[] = [];
  for (let day = dayFrom(1974, 1, 1); day < dayFrom(2051, 1, 1); day++)
    if (isJapaneseHoliday(day) !== listed.has(textOf(day))) different.push(textOf(day));
  expect(different).toEqual([]);
});

test('they are called as on that list', () => {
  const known = (name: string) => (name.endsWith('振替休日') ? '振替休日' : name === '休日' ? '国民の休日' : name);
  const different = Object.entries(holidayJp.holidays).flatMap(([date, { name }]) => {
    const ours = japaneseHoliday(Date.parse(date) / DAY_LENGTH)?.ja;
    return date < '1974' || date.startsWith('2019') || ours === known(name) ? [] : [`${date} ${name}: ${ours}`];
  });
  expect(different).toEqual([]);
});

test.each([
  ['2026-05-06', true, '振替休日: 3 May is a Sunday, the 4th and 5th are holidays'],
  ['2026-09-22', true, '国民の休日 between 敬老の日 and 秋分の日'],
  ['2027-03-21', true, '春分の日, a Sunday'],
  ['2027-03-22', true, 'its 振替休日'],
  ['2020-10-12', false, 'スポーツの日 had gone to July'],
  ['2021-08-09', true, '振替休日 of 山の日, moved for the Games'],
  ['2019-04-30', true, '国民の休日 before 即位の日'],
  ['2026-12-31', false, 'no holiday, though most shops are closed'],
])('%s: %s (%s)', (date, isOff) => {
  expect(isJapaneseHoliday(Date.parse(date) / DAY_LENGTH)).toBe(isOff);
});

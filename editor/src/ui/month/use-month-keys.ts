import type { Day } from '@tabiji/shared/time/day.ts';
import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { sameDayIn, type MonthDay } from './month.ts';

const KEYS: Readonly<Record<string, (day: Day) => Day>> = {
  ArrowLeft: (day) => day - 1,
  ArrowRight: (day) => day + 1,
  ArrowUp: (day) => day - 7,
  ArrowDown: (day) => day + 7,
  PageUp: (day) => sameDayIn(day, -1),
  PageDown: (day) => sameDayIn(day, 1),
};

/** Walks a month by keys: days and weeks, months, the ends of the week. The focus follows the only day that can be tabbed to. */
export function useMonthKeys(
  day: Day,
  weeks: readonly (readonly Pick<MonthDay, 'day'>[])[],
  go: (day: Day) => void,
): { grid: RefObject<HTMLTableElement | null>; onKeyDown: (event: KeyboardEvent) => void } {
  const grid = useRef<HTMLTableElement>(null);
  const walked = useRef(false);
  useEffect(() => {
    if (walked.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    walked.current = false;
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const week = weeks.find((days) => days.some((one) => one.day === day));
    const ends: Readonly<Record<string, Day | undefined>> = { Home: week?.[0]?.day, End: week?.[6]?.day };
    const next = KEYS[event.key]?.(day) ?? ends[event.key];
    if (next === undefined) return;
    event.preventDefault();
    walked.current = true;
    go(next);
  };
  return { grid, onKeyDown };
}

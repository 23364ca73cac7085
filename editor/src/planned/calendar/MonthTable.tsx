import { VisuallyHidden } from '@mantine/core';
import { partsOfDay, type Day } from '@tabiji/shared/time/day.ts';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { sameDayIn, weeksOf } from '../../journey/simulation/month.ts';
import styles from './calendar.module.css';
import type { DayFacts } from './day-facts.ts';
import { DayCell } from './DayCell.tsx';
import { useDayNames } from './use-day-names.ts';

interface Props {
  today: Day;
  selected: Day;
  onSelect: (day: Day) => void;
  factsOf: (day: Day) => DayFacts;
}

const KEYS: Readonly<Record<string, (day: Day) => Day>> = {
  ArrowLeft: (day) => day - 1,
  ArrowRight: (day) => day + 1,
  ArrowUp: (day) => day - 7,
  ArrowDown: (day) => day + 7,
  PageUp: (day) => sameDayIn(day, -1),
  PageDown: (day) => sameDayIn(day, 1),
};

/** A month from Sunday on. Arrow keys walk days and weeks, Page Up and Down months, Home and End to the week's ends. */
export function MonthTable({ today, selected, onSelect, factsOf }: Props) {
  const { t } = useTranslation('planned');
  const names = useDayNames();
  const grid = useRef<HTMLTableElement>(null);
  const walked = useRef(false);
  const { year, month } = partsOfDay(selected);
  const weeks = weeksOf(year, month);
  useEffect(() => {
    if (walked.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    walked.current = false;
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const week = weeks.find((days) => days.some(({ day }) => day === selected));
    const ends: Readonly<Record<string, Day | undefined>> = { Home: week?.[0]?.day, End: week?.[6]?.day };
    const next = KEYS[event.key]?.(selected) ?? ends[event.key];
    if (next === undefined) return;
    event.preventDefault();
    walked.current = true;
    onSelect(next);
  };
  return (
    <table ref={grid} className={styles.grid} aria-label={`${t('calendar.label')} ${names.month(selected)}`}>
      <thead>
        <tr>
          {weeks[0]?.map(({ day }, i) => (
            <th key={day} scope="col" data-tone={i === 0 ? 'red' : i === 6 ? 'saturday' : undefined}>
              {names.weekday(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.day}>
            {week.map(({ day, number, isOwn, tone }) => (
              <td key={day}>
                <button
                  type="button"
                  tabIndex={day === selected ? 0 : -1}
                  aria-pressed={day === selected}
                  aria-current={day === today ? 'date' : undefined}
                  data-tone={tone}
                  data-own={isOwn || undefined}
                  data-blackout={factsOf(day).blackout ? true : undefined}
                  onKeyDown={onKeyDown}
                  onClick={() => onSelect(day)}
                >
                  <VisuallyHidden>{names.full(day)}</VisuallyHidden>
                  <DayCell number={number} facts={factsOf(day)} />
                </button>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

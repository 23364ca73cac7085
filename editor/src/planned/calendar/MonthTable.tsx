import { VisuallyHidden } from '@mantine/core';
import { partsOfDay, type Day } from '@tabiji/shared/time/day.ts';
import { useTranslation } from 'react-i18next';
import { weeksOf } from '../../ui/month/month.ts';
import { useMonthKeys } from '../../ui/month/use-month-keys.ts';
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

/** A month from Sunday on. Arrow keys walk days and weeks, Page Up and Down months, Home and End to the week's ends. */
export function MonthTable({ today, selected, onSelect, factsOf }: Props) {
  const { t } = useTranslation('planned');
  const names = useDayNames();
  const { year, month } = partsOfDay(selected);
  const weeks = weeksOf(year, month);
  const { grid, onKeyDown } = useMonthKeys(selected, weeks, onSelect);
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

import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { DAY_LENGTH, partsOfDay, type Day } from '@tabiji/shared/time/day.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../i18n/locale.ts';
import { sameDayIn, weeksOf } from '../../../ui/month/month.ts';
import { useMonthKeys } from '../../../ui/month/use-month-keys.ts';
import classes from './MonthGrid.module.css';

interface Props {
  value: Day;
  onChange: (day: Day) => void;
}

/** A month, Sundays and Japanese holidays in red. Arrow keys walk days and weeks, Page Up and Down months, Home and End to the week's ends. */
export function MonthGrid({ value, onChange }: Props) {
  const { t } = useTranslation('simulation');
  const tag = useLocale() === 'ja' ? 'ja-JP' : 'en-US';
  const [focused, setFocused] = useState(value);
  const { year, month } = partsOfDay(focused);
  const name = (day: Day, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...options }).format(day * DAY_LENGTH);
  const weeks = weeksOf(year, month);
  const { grid, onKeyDown } = useMonthKeys(focused, weeks, setFocused);
  return (
    <div className={classes.month}>
      <div className={classes.head}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('calendar.before')}
          onClick={() => setFocused(sameDayIn(focused, -1))}
        >
          <IconChevronLeft size={18} stroke={1.75} />
        </ActionIcon>
        <b aria-live="polite">{name(focused, { year: 'numeric', month: 'long' })}</b>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('calendar.after')}
          onClick={() => setFocused(sameDayIn(focused, 1))}
        >
          <IconChevronRight size={18} stroke={1.75} />
        </ActionIcon>
      </div>
      <table ref={grid} className={classes.grid} aria-label={t('calendar.label')}>
        <thead>
          <tr>
            {weeks[0]?.map(({ day }, i) => (
              <th key={day} scope="col" data-tone={i === 0 ? 'red' : i === 6 ? 'saturday' : undefined}>
                {name(day, { weekday: 'short' })}
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
                    tabIndex={day === focused ? 0 : -1}
                    data-tone={tone}
                    data-own={isOwn || undefined}
                    aria-pressed={day === value}
                    aria-label={name(day, { dateStyle: 'full' })}
                    onKeyDown={onKeyDown}
                    onClick={() => {
                      setFocused(day);
                      onChange(day);
                    }}
                  >
                    {number}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

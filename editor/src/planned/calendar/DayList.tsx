import { UnstyledButton } from '@mantine/core';
import { partsOfDay, type Day } from '@tabiji/shared/time/day.ts';
import { weeksOf } from '../../ui/month/month.ts';
import styles from './calendar.module.css';
import type { DayFacts } from './day-facts.ts';
import { DayCell } from './DayCell.tsx';
import { useDayNames } from './use-day-names.ts';

interface Props {
  selected: Day;
  onSelect: (day: Day) => void;
  factsOf: (day: Day) => DayFacts;
}

/** The month on phones: the days of which there is something to say. */
export function DayList({ selected, onSelect, factsOf }: Props) {
  const names = useDayNames();
  const { year, month } = partsOfDay(selected);
  const days = weeksOf(year, month)
    .flat()
    .filter(({ day, isOwn }) => {
      const { holiday, blackout, mails } = factsOf(day);
      return isOwn && (holiday !== undefined || blackout !== undefined || mails.length > 0 || day === selected);
    });
  return (
    <ul className={styles.list}>
      {days.map(({ day, number, tone }) => (
        <li key={day}>
          <UnstyledButton
            className={styles.entry}
            aria-pressed={day === selected}
            data-tone={tone}
            onClick={() => onSelect(day)}
          >
            <span className={styles.name}>{names.short(day)}</span>
            <span className={styles.says}>
              <DayCell number={number} facts={factsOf(day)} />
            </span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}

import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { Day } from '@tabiji/shared/time/day.ts';
import { useTranslation } from 'react-i18next';
import { sameDayIn } from '../../ui/month/month.ts';
import styles from './calendar.module.css';
import { useDayNames } from './use-day-names.ts';

/** The month's name, and ways to the ones beside it and back to this one. */
export function MonthHead({ today, day, onGo }: { today: Day; day: Day; onGo: (day: Day) => void }) {
  const { t } = useTranslation('planned');
  const names = useDayNames();
  return (
    <div className={styles.head}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t('calendar.before')}
        onClick={() => onGo(sameDayIn(day, -1))}
      >
        <IconChevronLeft size={18} stroke={1.75} />
      </ActionIcon>
      <h2 aria-live="polite">{names.month(day)}</h2>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t('calendar.after')}
        onClick={() => onGo(sameDayIn(day, 1))}
      >
        <IconChevronRight size={18} stroke={1.75} />
      </ActionIcon>
      <Button size="xs" variant="default" onClick={() => onGo(today)}>
        {t('calendar.today')}
      </Button>
    </div>
  );
}

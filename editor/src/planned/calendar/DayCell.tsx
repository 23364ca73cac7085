import { useTranslation } from 'react-i18next';
import styles from './calendar.module.css';
import type { DayFacts } from './day-facts.ts';

/** What stands in a day of the month: holiday, blackout, how many mails, and what goes to many. */
export function DayCell({ number, facts }: { number: number; facts: DayFacts }) {
  const { t } = useTranslation('planned');
  const { holiday, blackout, certain, possible, mailings } = facts;
  return (
    <>
      <span className={styles.date}>
        <span className={styles.number} aria-hidden="true">
          {number}
        </span>
        {holiday && <span className={styles.holiday}>{holiday}</span>}
      </span>
      {blackout && <span className={styles.blackout}>{blackout.name ?? t('calendar.blackout')}</span>}
      {certain > 0 && <span className={styles.mails}>{t('calendar.mails', { count: certain })}</span>}
      {possible > 0 && <span className={styles.may}>{t('calendar.may', { count: possible })}</span>}
      {mailings.map((name) => (
        <span key={name} className={styles.mailing}>
          {name}
        </span>
      ))}
    </>
  );
}

import { Text } from '@mantine/core';
import type { EnrollmentRow } from '@tabiji/shared/api/customers.ts';
import { useTranslation } from 'react-i18next';
import { Panel } from '../ui/Panel.tsx';
import { EnrollmentLine } from './EnrollmentLine.tsx';
import styles from './EnrollmentsCard.module.css';

/** The journeys a customer is in, and those that have ended. */
export function EnrollmentsCard({
  enrollments,
  customer,
}: {
  enrollments: readonly EnrollmentRow[];
  customer: number;
}) {
  const { t } = useTranslation('customers');
  const present = enrollments.filter(({ endedAt }) => endedAt === null);
  const past = enrollments.filter(({ endedAt }) => endedAt !== null);
  return (
    <Panel title={t('enrollments.title')}>
      {enrollments.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('enrollments.none')}
        </Text>
      )}
      <ul className={styles.list}>
        {present.map((enrollment) => (
          <EnrollmentLine key={enrollment.id} enrollment={enrollment} customer={customer} />
        ))}
      </ul>
      {past.length > 0 && (
        <>
          <h3 className={styles.past}>{t('enrollments.past')}</h3>
          <ul className={styles.list}>
            {past.map((enrollment) => (
              <EnrollmentLine key={enrollment.id} enrollment={enrollment} customer={customer} />
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

import { Text } from '@mantine/core';
import type { CustomerDetail } from '@tabiji/shared/api/customers.ts';
import { useTranslation } from 'react-i18next';
import { Panel } from '../ui/Panel.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import styles from './SegmentsCard.module.css';

/** The segments a customer is in now. */
export function SegmentsCard({ segments }: Pick<CustomerDetail, 'segments'>) {
  const { t } = useTranslation('customers');
  return (
    <Panel title={t('segments.title')}>
      {segments.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('segments.none')}
        </Text>
      )}
      <ul className={styles.list}>
        {segments.map(({ key, name }) => (
          <li key={key}>
            <TextLink to="/segments/$key" params={{ key }}>
              {name}
            </TextLink>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

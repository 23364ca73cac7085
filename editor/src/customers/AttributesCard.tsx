import { Text } from '@mantine/core';
import type { CustomerDetail } from '@tabiji/shared/api/customers.ts';
import { useTranslation } from 'react-i18next';
import { Panel } from '../ui/Panel.tsx';
import styles from './AttributesCard.module.css';
import { PropertyValue } from './PropertyValue.tsx';

/** Basic data and the shop's own attributes. */
export function AttributesCard({ customer }: { customer: CustomerDetail }) {
  const { t } = useTranslation('customers');
  const { phone, lastNameKana, firstNameKana, timeZone, attributes } = customer;
  const kana = [lastNameKana, firstNameKana].filter(Boolean).join(' ');
  const basics = [
    ['phone', phone],
    ['kana', kana],
    ['timeZone', timeZone],
  ] as const;
  const known = basics.filter(([, value]) => value);
  const own = Object.entries(attributes);
  return (
    <Panel title={t('attributes.title')}>
      {known.length + own.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('attributes.none')}
        </Text>
      )}
      <dl className={styles.list}>
        {known.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`attributes.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {own.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <PropertyValue value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

import type { CustomerDetail } from '@tabiji/shared/api/customers.ts';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../use-fmt.ts';
import styles from './FactsStrip.module.css';

/** What a customer bought, in five figures. */
export function FactsStrip({ customer }: { customer: CustomerDetail }) {
  const { t } = useTranslation(['customers', 'ui']);
  const fmt = useFmt();
  const { orderCount, orderAmount, firstOrderAt, lastOrderAt, createdAt } = customer;
  const facts = [
    ['orders', t('ui:times', { count: orderCount })],
    ['amount', fmt.money(orderAmount)],
    ['first', firstOrderAt ? fmt.date(firstOrderAt) : '–'],
    ['last', lastOrderAt ? fmt.date(lastOrderAt) : '–'],
    ['since', fmt.date(createdAt)],
  ] as const;
  return (
    <dl className={styles.facts} aria-label={t('facts.label')}>
      {facts.map(([name, value]) => (
        <div key={name} className={styles.fact}>
          <dt>{t(`facts.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

import { useTranslation } from 'react-i18next';
import { useFmt } from '../use-fmt.ts';
import type { Entry } from './entry.ts';
import { itemWords } from './item-words.ts';
import styles from './Timeline.module.css';

/** A purchase: number, amount, what became of it, what was in it. */
export function OrderEntry({ entry }: { entry: Entry<'order'> }) {
  const { t, i18n } = useTranslation('customers');
  const fmt = useFmt();
  const { externalId, amount, refunded, quantity, status, orderKind, items } = entry;
  const kind = i18n.exists(`customers:kind.${orderKind}`) ? t(`kind.${orderKind}` as 'kind.trial') : undefined;
  const fate = () => {
    if (status === 'cancelled') return t('status.cancelled');
    if (refunded > 0 && refunded < amount) return t('status.partly', { amount: fmt.money(refunded) });
    return status === 'refunded' || refunded > 0 ? t('status.refunded') : undefined;
  };
  const lines = items.map(itemWords).filter(Boolean);
  const detail =
    lines.length > 0
      ? lines.join(t('timeline.listOf'))
      : quantity === null
        ? ''
        : t('timeline.quantity', { count: quantity });
  return (
    <>
      <div className={styles.title}>
        <span>{t('timeline.order', { id: externalId })}</span>
        <span className={styles.amount}>{fmt.money(amount)}</span>
        {kind && <span className={styles.note}>{kind}</span>}
        {fate() && (
          <span className={styles.note} style={{ color: 'var(--tabiji-error)' }}>
            {fate()}
          </span>
        )}
      </div>
      {detail && <div className={styles.detail}>{detail}</div>}
    </>
  );
}

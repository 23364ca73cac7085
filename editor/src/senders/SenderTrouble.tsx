import type { SenderRow } from '@tabiji/shared/api/senders.ts';
import { domainOf } from '@tabiji/shared/sending/sender.ts';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../use-fmt.ts';
import styles from './senders.module.css';

interface Props {
  trouble: NonNullable<SenderRow['trouble']>;
  address: string;
}

/** That a service does not take this sender's mails: since when, why, and what ends it. */
export function SenderTrouble({ trouble: { since, changedAt, cause, detail }, address }: Props) {
  const { t } = useTranslation('senders');
  const fmt = useFmt();
  return (
    <div className={styles.hold}>
      <div>
        <p className={styles.advice}>
          <strong>{t('trouble.since', { at: fmt.full(since) })}</strong>
        </p>
        <p className={styles.advice}>
          {changedAt === null
            ? t(`trouble.${cause}`, { address, domain: domainOf(address) })
            : t('trouble.changed', { at: fmt.full(changedAt) })}
        </p>
        <p className={styles.advice}>{t('trouble.waits')}</p>
        <p className={styles.small}>{t(changedAt === null ? 'trouble.said' : 'trouble.saidBefore', { detail })}</p>
      </div>
    </div>
  );
}

import { Button } from '@mantine/core';
import type { SigningKey } from '@tabiji/shared/api/domains.ts';
import { useTranslation } from 'react-i18next';
import { domains } from '../api/domains.ts';
import { Status } from '../ui/Status.tsx';
import { useFmt } from '../use-fmt.ts';
import { DnsRecordBox } from './DnsRecordBox.tsx';
import styles from './senders.module.css';
import { useChangeDomains } from './use-change-domains.ts';

const TOKENS = { signing: 'start', waiting: 'branch', replaced: 'muted' } as const;

/** The keys of a domain: which one signs, which one waits for its record, which ones may go. */
export function KeyList({ domain, keys }: { domain: string; keys: readonly SigningKey[] }) {
  const { t } = useTranslation('senders');
  const fmt = useFmt();
  const remove = useChangeDomains();
  if (keys.length === 0) return null;
  return (
    <ul className={styles.findings}>
      {keys.map(({ selector, state, madeAt, record }) => (
        <li key={selector}>
          <div className={styles.line}>
            <strong>{selector}</strong>
            <Status token={TOKENS[state]} isHollow={state !== 'signing'}>
              {t(`keys.state.${state}`)}
            </Status>
            <span className={styles.small}>{t('keys.madeAt', { at: fmt.date(madeAt) })}</span>
            {state !== 'signing' && (
              <Button
                variant="subtle"
                color="shu"
                size="compact-xs"
                aria-label={t('keys.removeNamed', { selector })}
                loading={remove.isPending}
                onClick={() => remove.mutate(() => domains.removeKey(domain, selector))}
              >
                {t('keys.remove')}
              </Button>
            )}
          </div>
          {state === 'waiting' && <DnsRecordBox title={t('keys.publish')} record={record} canCopy />}
          {state === 'replaced' && <p className={styles.advice}>{t('keys.mayGo')}</p>}
        </li>
      ))}
    </ul>
  );
}

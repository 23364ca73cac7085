import { Button, Group, Title } from '@mantine/core';
import { worstOf, type SendingDomain } from '@tabiji/shared/api/domains.ts';
import { IconKey, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { domains } from '../api/domains.ts';
import { Card } from '../ui/Card.tsx';
import { Status } from '../ui/Status.tsx';
import { useFmt } from '../use-fmt.ts';
import { FindingList } from './FindingList.tsx';
import { KeyList } from './KeyList.tsx';
import styles from './senders.module.css';
import { STATE_TOKENS } from './state-tokens.ts';
import { useChangeDomains } from './use-change-domains.ts';

/** One domain: whether mails from it can arrive, what to mend, and the keys that sign them. */
export function DomainCard({ domain: all }: { domain: SendingDomain }) {
  const { domain, senders, signs, keys, checkedAt, findings } = all;
  const { t } = useTranslation('senders');
  const fmt = useFmt();
  const check = useChangeDomains();
  const make = useChangeDomains();
  const state = checkedAt === null ? 'unchecked' : worstOf(findings);
  const again = t(checkedAt === null ? 'domains.check' : 'domains.again');
  const isWaiting = keys.some((key) => key.state === 'waiting');
  return (
    <Card label={domain}>
      <div className={styles.head}>
        <div className={styles.words}>
          <div className={styles.line}>
            <Title order={3}>{domain}</Title>
            <Status token={STATE_TOKENS[state]} isHollow={state === 'unchecked' || state === 'unknown'}>
              {t(`domains.state.${state}`)}
            </Status>
          </div>
          <p className={styles.small}>{t('domains.usedBy', { names: senders.join(' · ') })}</p>
          <output className={styles.small}>
            {checkedAt === null ? t('domains.never') : t('domains.checked', { at: fmt.full(checkedAt) })}
          </output>
        </div>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconRefresh size={16} stroke={1.75} />}
          aria-label={`${again} (${domain})`}
          loading={check.isPending}
          onClick={() => check.mutate(() => domains.check(domain))}
        >
          {again}
        </Button>
      </div>
      <FindingList domain={all} />
      {signs === 'here' && (
        <>
          <Title order={4} mt="md" mb={4}>
            {t('keys.title')}
          </Title>
          <p className={styles.small}>{t(keys.length === 0 ? 'keys.none' : 'keys.about')}</p>
          <KeyList domain={domain} keys={keys} />
          <Group mt="sm">
            <Button
              variant="default"
              size="xs"
              leftSection={<IconKey size={16} stroke={1.75} />}
              loading={make.isPending}
              disabled={isWaiting}
              onClick={() => make.mutate(() => domains.makeKey(domain))}
            >
              {t(keys.length === 0 ? 'keys.make' : 'keys.rotate')}
            </Button>
            {isWaiting && <span className={styles.small}>{t('keys.waits')}</span>}
          </Group>
        </>
      )}
      {signs !== 'here' && <p className={styles.small}>{t(`keys.${signs}`)}</p>}
    </Card>
  );
}

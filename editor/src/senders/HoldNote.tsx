import { Button } from '@mantine/core';
import type { SendingDomain } from '@tabiji/shared/api/domains.ts';
import { lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { domains } from '../api/domains.ts';
import { useFmt } from '../use-fmt.ts';
import styles from './senders.module.css';
import { useChangeDomains } from './use-change-domains.ts';

const AcceptDialog = lazyPart(() => import('./AcceptDialog.tsx'), 'AcceptDialog');

interface Props {
  domain: string;
  hold: SendingDomain['holds'][number] | undefined;
}

/** Since when a finding keeps promotional mails from being published, and who sends all the same. */
export function HoldNote({ domain, hold }: Props) {
  const { t } = useTranslation(['gate', 'senders']);
  const fmt = useFmt();
  const [isAsking, setAsking] = useState(false);
  const back = useChangeDomains();
  if (!hold) return null;
  const { topic, since, accepted } = hold;
  if (accepted)
    return (
      <div className={styles.hold} data-accepted>
        <p className={styles.advice}>{t('hold.accepted', { ...accepted, at: fmt.full(accepted.at) })}</p>
        <Button
          size="xs"
          variant="default"
          loading={back.isPending}
          onClick={() => back.mutate(() => domains.takeBack(domain, topic))}
        >
          {t('hold.takeBack')}
        </Button>
      </div>
    );
  return (
    <div className={styles.hold}>
      {since !== null && <p className={styles.advice}>{t('hold.since', { at: fmt.full(since) })}</p>}
      <Button
        size="xs"
        variant="default"
        aria-label={`${t('hold.accept')} (${t(`senders:domains.topic.${topic}`)})`}
        onClick={() => setAsking(true)}
      >
        {t('hold.accept')}
      </Button>
      <Suspense>{isAsking && <AcceptDialog domain={domain} topic={topic} onClose={() => setAsking(false)} />}</Suspense>
    </div>
  );
}

import { Alert, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil, IconPlayerPause, IconSend } from '@tabler/icons-react';
import type { ReleaseStanding } from '@tabiji/shared/api/release.ts';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../ui/PageHeader.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { HoldProgress } from './HoldProgress.tsx';
import { MailView } from './MailView.tsx';
import { PauseDialog } from './PauseDialog.tsx';
import { ReleaseDialog } from './ReleaseDialog.tsx';
import { WaitingList } from './WaitingList.tsx';
import { WithdrawDialog } from './WithdrawDialog.tsx';
import styles from './release.module.css';

/** The waiting mails at the left, the chosen one at the right; on phones one after the other. */
export function HeldMails({ standing }: { standing: ReleaseStanding }) {
  const { t } = useTranslation('release');
  const { journey, hold, waiting, releasing } = standing;
  const { mail } = useSearch({ from: '/journeys/$id/release' });
  const [asking, setAsking] = useState<'release' | 'pause'>();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [isWithdrawing, withdrawing] = useDisclosure();
  const close = () => setAsking(undefined);
  return (
    <div className={styles.page} data-reading={mail === undefined ? undefined : true}>
      <div className={styles.head}>
        <PageHeader
          title={t('title')}
          back={
            <TextLink to="/journeys/$id" params={{ id: journey.id }}>
              {t('back', { name: journey.name })}
            </TextLink>
          }
        >
          {journey.status === 'paused' ? (
            <Button
              variant="default"
              leftSection={<IconPencil size={16} stroke={1.75} />}
              component={Link}
              to={`/journeys/${journey.id}`}
            >
              {t('pause.edit')}
            </Button>
          ) : (
            <Button
              variant="default"
              leftSection={<IconPlayerPause size={16} stroke={1.75} />}
              onClick={() => setAsking('pause')}
            >
              {t('pause.open')}
            </Button>
          )}
          <Button
            leftSection={<IconSend size={16} stroke={1.75} />}
            loading={releasing !== null}
            onClick={() => setAsking('release')}
          >
            {t('release.open')}
          </Button>
        </PageHeader>
        {hold && <HoldProgress hold={hold} waiting={waiting} />}
        {releasing && (
          <Alert mt="sm">
            {t('releasing', { done: Math.min(releasing.done, releasing.total), total: releasing.total })}
          </Alert>
        )}
        {journey.status === 'paused' && (
          <Alert color="yamabuki" mt="sm">
            {t('paused')}
          </Alert>
        )}
      </div>
      <div className={styles.box}>
        <WaitingList
          journey={journey.id}
          waiting={waiting}
          chosen={chosen}
          onChoose={setChosen}
          onWithdraw={withdrawing.open}
        />
        <div className={styles.mail}>
          {mail === undefined ? (
            <p className={styles.none}>{t('choose')}</p>
          ) : (
            <MailView journey={journey.id} mail={mail} />
          )}
        </div>
      </div>
      {asking === 'release' && <ReleaseDialog journey={journey.id} onClose={close} />}
      {asking === 'pause' && <PauseDialog journey={journey.id} waiting={waiting} onClose={close} />}
      {isWithdrawing && (
        <WithdrawDialog
          journey={journey.id}
          mails={[...chosen]}
          onClose={withdrawing.close}
          onDone={() => setChosen(new Set())}
        />
      )}
    </div>
  );
}

import { Button } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import type { Person } from '@tabiji/shared/api/drafts.ts';
import { useTranslation } from 'react-i18next';
import { useWho } from '../../person/use-who.ts';
import { useSession } from '../session/use-session.ts';
import { Banner } from './Banner.tsx';
import { useSecondsLeft } from './use-seconds-left.ts';

/** Somebody would like to take over: how long there is, and the way to hand over now. */
export function AskedBanner({ asked }: { asked: { person: Person; until: number | null } }) {
  const { t } = useTranslation('saving');
  const { access } = useSession();
  const who = useWho();
  const left = useSecondsLeft(asked.until);
  return (
    <Banner
      icon={<IconArrowsExchange size={20} stroke={1.75} />}
      title={t('asked.title', { who: who(asked.person) })}
      {...(left !== undefined && { help: t('asked.counting', { count: left }) })}
    >
      <Button size="compact-md" onClick={() => void access.handOver().catch(() => undefined)}>
        {t('asked.now')}
      </Button>
    </Banner>
  );
}

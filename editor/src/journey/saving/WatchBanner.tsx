import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import type { Person } from '@tabiji/shared/api/drafts.ts';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { person } from '../../person/person.ts';
import { useWho } from '../../person/use-who.ts';
import { useSession } from '../session/use-session.ts';
import { Banner } from './Banner.tsx';
import { useSecondsLeft } from './use-seconds-left.ts';

interface Props {
  holder: Person;
  isTaking: boolean;
  until: number | null;
}

/** Somebody else draws: it is shown as they do, and can be taken over. */
export function WatchBanner({ holder, isTaking, until }: Props) {
  const { t } = useTranslation('saving');
  const { access } = useSession();
  const isMe = useStore(person, ({ id }) => id === holder.id);
  const who = useWho()(holder);
  const left = useSecondsLeft(until);
  const help = isTaking
    ? left === undefined
      ? t('watch.asked', { who })
      : t('watch.counting', { count: left })
    : t('watch.help');
  return (
    <Banner
      icon={<IconEye size={20} stroke={1.75} />}
      title={isMe ? t('watch.mine') : t('watch.title', { who })}
      help={help}
    >
      {isTaking ? (
        <Button variant="default" size="compact-md" onClick={() => access.take(false)}>
          {t('watch.cancel')}
        </Button>
      ) : (
        <Button size="compact-md" onClick={() => access.take(true)}>
          {t('watch.take')}
        </Button>
      )}
    </Banner>
  );
}

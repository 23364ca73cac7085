import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileDiff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useWho } from '../../person/use-who.ts';
import { useErrorWords } from '../../ui/use-error-words.ts';
import { useSession } from '../session/use-session.ts';
import type { Access } from './access.ts';
import { Banner } from './Banner.tsx';

const DISCARD = { ja: '下書きの破棄', en: 'Discard the draft' };

/** Beside the published version there is somebody else's draft: to look at, to go on with, to throw away. */
export function BesideBanner({ access: { kind, by } }: { access: Extract<Access, { kind: 'published' | 'look' }> }) {
  const { t } = useTranslation('saving');
  const words = useErrorWords();
  const { id, access, doc } = useSession();
  const who = useWho()(by);
  const trying = (act: () => Promise<void>) => () =>
    void act().catch((error: unknown) => notifications.show({ color: 'shu', message: words(error) }));
  const discard = async () => {
    const { graph } = await api.journeys.published(id);
    await access.edit();
    if (doc.dispatch({ do: 'replaceGraph', graph, label: DISCARD }))
      notifications.show({ message: t('beside.discarded'), withBorder: true });
  };
  return (
    <Banner
      icon={<IconFileDiff size={20} stroke={1.75} />}
      title={t(kind === 'look' ? 'beside.looking' : 'beside.published', { who })}
      {...(kind === 'published' && { help: t('beside.publishedHelp') })}
    >
      {kind === 'published' && (
        <Button variant="default" size="compact-md" onClick={trying(() => access.look())}>
          {t('beside.look')}
        </Button>
      )}
      <Button size="compact-md" onClick={trying(() => access.edit())}>
        {t('beside.edit')}
      </Button>
      <Button variant="subtle" color="shu" size="compact-md" onClick={trying(discard)}>
        {t('beside.discard')}
      </Button>
    </Banner>
  );
}

import { Alert, Button, Group, Text } from '@mantine/core';
import type { SenderPace, SenderPause } from '@tabiji/shared/api/pace.ts';
import { lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../ui/TextLink.tsx';
import { useFmt } from '../use-fmt.ts';
import { pauseCount } from './pause-count.ts';

const ReleaseDialog = lazyPart(() => import('./ReleaseDialog.tsx'), 'ReleaseDialog');
const TroubledMailList = lazyPart(() => import('./TroubledMailList.tsx'), 'TroubledMailList');

/** A sender whose promotional mails have stopped by themselves: why, what it means, and the way out. */
export function PauseNotice({ sender, pause }: { sender: SenderPace; pause: SenderPause }) {
  const { t } = useTranslation('pace');
  const fmt = useFmt();
  const [isAsking, setAsking] = useState(false);
  const [isListing, setListing] = useState(false);
  const { name } = sender;
  const count = pauseCount(pause);
  const { mails } = pause.figures;
  const figures = { mails: fmt.number(mails), count, share: fmt.percent(count / Math.max(1, mails)) };
  return (
    <Alert color="shu" title={t('pause.title', { name })} role="alert">
      <Text size="sm">
        {t(`pause.${pause.because}`, { at: fmt.full(pause.at), domain: pause.domain ?? '', ...figures })}
      </Text>
      <Text size="sm" mt={4}>
        {t('pause.effect')}
      </Text>
      <Text size="sm" mt={4}>
        {t(`pause.what.${pause.because}`)}
      </Text>
      <Group gap="xs" mt="md">
        <Button color="shu" onClick={() => setAsking(true)}>
          {t('pause.release')}
        </Button>
        {pause.because === 'domain' ? (
          <TextLink to="/settings/senders" size="sm">
            {t('pause.doctor')}
          </TextLink>
        ) : (
          <Button variant="default" aria-expanded={isListing} onClick={() => setListing(!isListing)}>
            {t('pause.mails')}
          </Button>
        )}
      </Group>
      <Suspense>
        {isListing && <TroubledMailList sender={sender.key} />}
        {isAsking && <ReleaseDialog sender={sender} onClose={() => setAsking(false)} />}
      </Suspense>
    </Alert>
  );
}

import { Button, Group, Modal, Skeleton, Text, Textarea } from '@mantine/core';
import type { ReleaseDone } from '@tabiji/shared/api/release.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { release } from '../api/release.ts';
import { Failure } from '../ui/Failure.tsx';
import { useReturnedFocus } from '../ui/use-returned-focus.ts';
import { OutlookList } from './OutlookList.tsx';
import { useChangeRelease } from './use-change-release.ts';

/** Says how many mails leave now, later or never, before they do. */
export function ReleaseDialog({ journey, onClose }: { journey: number; onClose: () => void }) {
  const { t } = useTranslation(['release', 'ui']);
  useReturnedFocus(true);
  const [note, setNote] = useState('');
  const { data, error, refetch } = useQuery(release.outlook(journey));
  const said = ({ outcome }: ReleaseDone) => t(`release.outcome.${outcome}`);
  const { mutate, isPending } = useChangeRelease(journey, said, onClose);
  return (
    <Modal
      opened
      onClose={onClose}
      size={520}
      title={t('release.title')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <div aria-live="polite">
        {data ? <OutlookList outlook={data} /> : !error && <Skeleton height={72} aria-label={t('release.counting')} />}
      </div>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      <Text size="sm" mt="md">
        {t('release.after')}
      </Text>
      <Textarea
        mt="md"
        label={t('release.note')}
        description={t('release.noteHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={note}
        maxLength={1000}
        autosize
        minRows={1}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('ui:cancel')}
        </Button>
        <Button loading={isPending} disabled={!data} onClick={() => mutate(() => release.go(journey, note.trim()))}>
          {data && data.waiting > 0 ? t('release.confirm', { count: data.waiting }) : t('release.confirmNone')}
        </Button>
      </Group>
    </Modal>
  );
}

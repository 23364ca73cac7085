import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import type { SenderPace } from '@tabiji/shared/api/pace.ts';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { pace } from '../api/pace.ts';
import { useChangePace } from './use-change-pace.ts';

/** Asks why a sender may go on; that is kept with who said so and when. */
export function ReleaseDialog({ sender: { key, name }, onClose }: { sender: SenderPace; onClose: () => void }) {
  const { t } = useTranslation(['pace', 'ui']);
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const release = useChangePace(t('released', { name }), onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (note.trim() !== '') release.mutate(() => pace.release(key, note.trim()));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('pause.releaseTitle', { name })}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <form onSubmit={submit} noValidate>
        <Text size="sm">{t('pause.releaseBody')}</Text>
        <Textarea
          mt="md"
          label={t('pause.note')}
          description={t('pause.noteHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={isTried && note.trim() === '' && t('pause.noteMissing')}
          value={note}
          maxLength={500}
          autosize
          minRows={2}
          data-autofocus
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button type="submit" color="shu" loading={release.isPending}>
            {t('pause.release')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

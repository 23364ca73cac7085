import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../../ui/use-error-words.ts';
import { useSavedBlocks } from './use-saved-blocks.ts';

/** Saves a block under a name; a block of that name is replaced. */
export function KeepDialog({ mjml, onClose }: { mjml: string; onClose: () => void }) {
  const { t } = useTranslation(['blocks', 'ui']);
  const errorWords = useErrorWords();
  const [name, setName] = useState('');
  const [isTried, setTried] = useState(false);
  const { keep } = useSavedBlocks();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setTried(true);
    if (name.trim() === '') return;
    keep.mutate(
      { name: name.trim(), mjml },
      {
        onSuccess: () => {
          notifications.show({ color: 'wakatake', message: t('kept', { name: name.trim() }) });
          onClose();
        },
        onError: (error) =>
          notifications.show({ color: 'shu', title: t('ui:notSaved'), message: errorWords(error), autoClose: 10_000 }),
      },
    );
  };
  return (
    <Modal opened onClose={onClose} title={t('keep')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            data-autofocus
            label={t('keepName')}
            value={name}
            maxLength={80}
            error={isTried && name.trim() === '' && t('keepNameNeeded')}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <Text size="sm" c="dimmed">
            {t('keepAbout')}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('ui:cancel')}
            </Button>
            <Button type="submit" loading={keep.isPending}>
              {t('ui:save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

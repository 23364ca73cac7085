import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import type { Finding } from '@tabiji/shared/api/domains.ts';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { domains } from '../api/domains.ts';
import { useChangeDomains } from './use-change-domains.ts';

interface Props {
  domain: string;
  topic: Finding['topic'];
  onClose: () => void;
}

/** Asks why mails may go although receivers may turn them away; that is kept with who said so and when. */
export function AcceptDialog({ domain, topic, onClose }: Props) {
  const { t } = useTranslation(['gate', 'ui']);
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const accept = useChangeDomains();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const why = note.trim();
    if (why !== '') accept.mutate(() => domains.accept(domain, topic, why), { onSuccess: onClose });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('hold.title', { domain })}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <form onSubmit={submit} noValidate>
        <Text size="sm">{t('hold.body')}</Text>
        <Textarea
          mt="md"
          label={t('hold.note')}
          description={t('hold.noteHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={isTried && note.trim() === '' && t('hold.noteMissing')}
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
          <Button type="submit" color="shu" loading={accept.isPending}>
            {t('hold.accept')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

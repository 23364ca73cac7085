import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useReturnedFocus } from './use-returned-focus.ts';

interface Props {
  title: string;
  body: string;
  label: string;
  help: string;
  /** Said when nothing was written. */
  missing: string;
  action: string;
  /** Characters that are kept of it. */
  most?: number;
  isPending: boolean;
  onReason: (reason: string) => void;
  onClose: () => void;
}

/** Asks why something that is better left alone is done; the reason is kept with who gave it. */
export function ReasonDialog({
  title,
  body,
  label,
  help,
  missing,
  action,
  most = 500,
  isPending,
  onReason,
  onClose,
}: Props) {
  const { t } = useTranslation('ui');
  useReturnedFocus(true);
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const reason = text.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason !== '') onReason(reason);
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={submit} noValidate>
        <Text size="sm">{body}</Text>
        <Textarea
          mt="md"
          label={label}
          description={help}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={isTried && reason === '' && missing}
          value={text}
          maxLength={most}
          autosize
          minRows={2}
          data-autofocus
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" color="shu" loading={isPending}>
            {action}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

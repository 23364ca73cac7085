import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { release } from '../api/release.ts';
import { useChangeRelease } from './use-change-release.ts';

interface Props {
  journey: number;
  mails: readonly number[];
  onClose: () => void;
  onDone: () => void;
}

/** Asks why chosen mails are not to go. */
export function WithdrawDialog({ journey, mails, onClose, onDone }: Props) {
  const { t } = useTranslation(['release', 'ui']);
  const [because, setBecause] = useState('');
  const [isTried, setTried] = useState(false);
  const said = ({ withdrawn }: { withdrawn: number }) => t('withdraw.done', { count: withdrawn });
  const { mutate, isPending } = useChangeRelease(journey, said, () => {
    onClose();
    onDone();
  });
  const isMissing = because.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isMissing) mutate(() => release.withdraw(journey, { mails: [...mails], because: because.trim() }));
  };
  const count = mails.length;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('withdraw.title', { count })}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <form onSubmit={submit} noValidate>
        <Text size="sm">{t('withdraw.body')}</Text>
        <Textarea
          mt="md"
          label={t('withdraw.because')}
          description={t('withdraw.becauseHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={isTried && isMissing && t('withdraw.missing')}
          value={because}
          maxLength={200}
          autosize
          minRows={2}
          data-autofocus
          onChange={({ currentTarget }) => setBecause(currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button type="submit" color="shu" loading={isPending}>
            {t('withdraw.confirm', { count })}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

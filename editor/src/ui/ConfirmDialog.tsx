import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useReturnedFocus } from './use-returned-focus.ts';

interface Props {
  isOpen: boolean;
  title: string;
  /** What will happen, and to how many people. */
  body: string;
  /** The dangerous button's verb; 削除 when left out. */
  verb?: string;
  /** The button's colour; that of what cannot be taken back when left out. */
  color?: 'shu' | 'ai';
  isBusy: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something that cannot be taken back. The safe choice has the focus. */
export function ConfirmDialog({ isOpen, title, body, verb, color = 'shu', isBusy, onConfirm, onClose }: Props) {
  const { t } = useTranslation();
  useReturnedFocus(isOpen);
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <Text size="sm">{body}</Text>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('cancel')}
        </Button>
        <Button color={color} loading={isBusy} onClick={onConfirm}>
          {verb ?? t('delete')}
        </Button>
      </Group>
    </Modal>
  );
}

import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BlockList } from './BlockList.tsx';
import type { Entry } from './entries.ts';

/** The list over the mail, for keys and for screens that have no room beside it. */
export function PaletteDialog({ onClose, onChoose }: { onClose: () => void; onChoose: (entry: Entry) => void }) {
  const { t } = useTranslation(['blocks', 'ui']);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('palette')}
      size="lg"
      returnFocus={false}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <BlockList inDialog onChoose={onChoose} />
    </Modal>
  );
}

import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/use-session.ts';
import classes from './palette.module.css';
import { PaletteList } from './PaletteList.tsx';

/** Everything by its name: what can be done, this journey's nodes, other journeys, customers, pages. */
export function CommandPalette() {
  const { t } = useTranslation('palette');
  const { ui } = useSession();
  return (
    <Modal
      opened
      onClose={() => ui.show(null)}
      title={t('title')}
      withCloseButton={false}
      size={600}
      padding={0}
      yOffset="12dvh"
      classNames={{ header: classes.hidden ?? '' }}
    >
      <PaletteList />
    </Modal>
  );
}

import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/use-session.ts';
import { PublishPanel } from './PublishPanel.tsx';
import type { Restore } from './use-publishing.ts';
import { StackedModal } from '../../ui/StackedModal.tsx';

/** What publishing the draft will do. */
export function PublishDialog() {
  const { ui } = useSession();
  return <PublishModal restore={undefined} onClose={() => ui.show(null)} />;
}

/** The same for the draft and for an older version that is to come back. */
export function PublishModal({ restore, onClose }: { restore: Restore; onClose: () => void }) {
  const { t } = useTranslation(['publishing', 'ui']);
  const isNarrow = useMediaQuery('(max-width: 700px)', false, { getInitialValueInEffect: false });
  return (
    <StackedModal
      opened
      onClose={onClose}
      size={880}
      fullScreen={isNarrow}
      title={restore === undefined ? t('title') : t('restoreTitle', { version: restore })}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <PublishPanel restore={restore} onClose={onClose} />
    </StackedModal>
  );
}

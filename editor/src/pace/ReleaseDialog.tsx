import type { SenderPace } from '@tabiji/shared/api/pace.ts';
import { useTranslation } from 'react-i18next';
import { pace } from '../api/pace.ts';
import { ReasonDialog } from '../ui/ReasonDialog.tsx';
import { useChangePace } from './use-change-pace.ts';

/** Asks why a sender may go on; that is kept with who said so and when. */
export function ReleaseDialog({ sender: { key, name }, onClose }: { sender: SenderPace; onClose: () => void }) {
  const { t } = useTranslation('pace');
  const release = useChangePace(t('released', { name }), onClose);
  return (
    <ReasonDialog
      title={t('pause.releaseTitle', { name })}
      body={t('pause.releaseBody')}
      label={t('pause.note')}
      help={t('pause.noteHelp')}
      missing={t('pause.noteMissing')}
      action={t('pause.release')}
      isPending={release.isPending}
      onReason={(note) => release.mutate(() => pace.release(key, note))}
      onClose={onClose}
    />
  );
}

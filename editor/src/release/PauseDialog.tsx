import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLife } from '../journey-life/use-life.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';

interface Props {
  journey: number;
  waiting: number;
  onClose: () => void;
}

/** Freezes the journey and goes back to drawing it. */
export function PauseDialog({ journey, waiting, onClose }: Props) {
  const { t } = useTranslation('release');
  const navigate = useNavigate();
  const { mutate, isPending } = useLife(journey, () => void navigate({ to: '/journeys/$id', params: { id: journey } }));
  return (
    <ConfirmDialog
      isOpen
      title={t('pause.title')}
      body={t('pause.body', { count: waiting })}
      verb={t('pause.confirm')}
      color="ai"
      isBusy={isPending}
      onConfirm={() => mutate({ action: 'pause', policy: 'now' })}
      onClose={onClose}
    />
  );
}

import { useTranslation } from 'react-i18next';
import { release } from '../api/release.ts';
import { ReasonDialog } from '../ui/ReasonDialog.tsx';
import { useChangeRelease } from './use-change-release.ts';

interface Props {
  journey: number;
  mails: readonly number[];
  onClose: () => void;
  onDone: () => void;
}

/** Asks why chosen mails are not to go. */
export function WithdrawDialog({ journey, mails, onClose, onDone }: Props) {
  const { t } = useTranslation('release');
  const said = ({ withdrawn }: { withdrawn: number }) => t('withdraw.done', { count: withdrawn });
  const { mutate, isPending } = useChangeRelease(journey, said, () => {
    onClose();
    onDone();
  });
  const count = mails.length;
  return (
    <ReasonDialog
      title={t('withdraw.title', { count })}
      body={t('withdraw.body')}
      label={t('withdraw.because')}
      help={t('withdraw.becauseHelp')}
      missing={t('withdraw.missing')}
      action={t('withdraw.confirm', { count })}
      most={200}
      isPending={isPending}
      onReason={(because) => mutate(() => release.withdraw(journey, { mails: [...mails], because }))}
      onClose={onClose}
    />
  );
}

import { useTranslation } from 'react-i18next';
import { Status } from '../../ui/Status.tsx';
import type { MailProgress } from './progress.ts';

/** What became of a mail so far; nothing before it is sent. */
export function RehearsalState({ progress: { state }, goes }: { progress: MailProgress; goes: boolean }) {
  const { t } = useTranslation('rehearsal');
  if (!goes)
    return (
      <Status token="exit" isHollow>
        {t('state.not')}
      </Status>
    );
  if (state === 'none') return <span />;
  const token = state === 'sent' ? 'start' : state === 'failed' ? 'error' : 'send';
  return (
    <Status token={token} isHollow={state === 'queued'}>
      {t(`state.${state}`)}
    </Status>
  );
}

import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../ui/Loaded.tsx';
import { StackedModal } from '../../ui/StackedModal.tsx';
import { useSession } from '../session/use-session.ts';
import { RehearsalForm } from './RehearsalForm.tsx';
import { useRehearsal } from './use-rehearsal.ts';

/** The whole journey to oneself: every mail of one customer's way, now, with its day in the subject. */
export function RehearsalDialog() {
  const { t } = useTranslation(['rehearsal', 'ui']);
  const { ui } = useSession();
  const { asked, query } = useRehearsal();
  const isNarrow = useMediaQuery('(max-width: 700px)', false, { getInitialValueInEffect: false });
  const close = () => ui.show(null);
  return (
    <StackedModal
      opened
      onClose={close}
      size={760}
      fullScreen={isNarrow}
      title={t('title')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Loaded query={query}>
        {(rehearsal) => <RehearsalForm rehearsal={rehearsal} asked={asked} onClose={close} />}
      </Loaded>
    </StackedModal>
  );
}

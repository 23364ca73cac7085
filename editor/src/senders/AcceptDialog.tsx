import type { Finding } from '@tabiji/shared/api/domains.ts';
import { useTranslation } from 'react-i18next';
import { domains } from '../api/domains.ts';
import { ReasonDialog } from '../ui/ReasonDialog.tsx';
import { useChangeDomains } from './use-change-domains.ts';

interface Props {
  domain: string;
  topic: Finding['topic'];
  onClose: () => void;
}

/** Asks why mails may go although receivers may turn them away; that is kept with who said so and when. */
export function AcceptDialog({ domain, topic, onClose }: Props) {
  const { t } = useTranslation('gate');
  const accept = useChangeDomains();
  return (
    <ReasonDialog
      title={t('hold.title', { domain })}
      body={t('hold.body')}
      label={t('hold.note')}
      help={t('hold.noteHelp')}
      missing={t('hold.noteMissing')}
      action={t('hold.accept')}
      isPending={accept.isPending}
      onReason={(note) => accept.mutate(() => domains.accept(domain, topic, note), { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

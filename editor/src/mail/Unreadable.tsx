import { Alert } from '@mantine/core';
import type { Mail } from '@tabiji/shared/mail/block.ts';
import { useTranslation } from 'react-i18next';

/** Says why a mail cannot be shown as blocks, and where to mend it. */
export function Unreadable({ mail: { fault, source } }: { mail: Mail }) {
  const { t } = useTranslation('blocks');
  const line = fault ? source.slice(0, fault.at).split('\n').length : 1;
  return (
    <Alert color="yamabuki" variant="light" title={t('unreadable.title')} m="md">
      {fault ? t('unreadable.fault', { line, tag: fault.tag }) : t('unreadable.noBody')}
    </Alert>
  );
}

import { Alert, Text } from '@mantine/core';
import type { MailboxCheck } from '@tabiji/shared/api/mailbox.ts';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../../ui/use-error-words.ts';

/** Whether one gets into the mailbox, and if not, what to do. */
export function MailboxAnswer({
  check: { data, error },
}: {
  check: { data: MailboxCheck | undefined; error: Error | null };
}) {
  const { t } = useTranslation('returns');
  const errorWords = useErrorWords();
  const triangle = <IconAlertTriangle size={20} stroke={1.75} />;
  if (error)
    return (
      <Alert color="shu" icon={triangle}>
        {errorWords(error)}
      </Alert>
    );
  if (!data) return null;
  if (data.ok)
    return (
      <Alert color="wakatake" icon={<IconCircleCheck size={20} stroke={1.75} />}>
        {t('mailbox.fine', { count: data.mails })}
      </Alert>
    );
  return (
    <Alert color="shu" icon={triangle}>
      {t(`mailbox.trouble.${data.trouble}`)}
      {data.detail !== '' && (
        <Text size="sm" mt={4} style={{ overflowWrap: 'anywhere' }}>
          {t('mailbox.said', { detail: data.detail })}
        </Text>
      )}
    </Alert>
  );
}

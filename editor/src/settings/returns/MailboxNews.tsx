import { Alert, Button, Group, Text } from '@mantine/core';
import type { MailboxSettings } from '@tabiji/shared/api/mailbox.ts';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { mailbox as api } from '../../api/mailbox.ts';
import { useFmt } from '../../use-fmt.ts';
import { useChangeMailbox } from './use-change-mailbox.ts';

/** When the mailbox was looked into, what was found, and what keeps it from being read. */
export function MailboxNews({ mailbox }: { mailbox: MailboxSettings }) {
  const { t } = useTranslation('returns');
  const fmt = useFmt();
  const read = useChangeMailbox(api.read);
  const { trouble, readAt, taken, passed, broken } = mailbox;
  return (
    <>
      {trouble && (
        <Alert
          color="shu"
          icon={<IconAlertTriangle size={20} stroke={1.75} />}
          title={t('mailbox.fails', { since: fmt.full(trouble.since) })}
        >
          {t(`mailbox.trouble.${trouble.code}`)}
          {trouble.detail !== '' && (
            <Text size="sm" mt={4} style={{ overflowWrap: 'anywhere' }}>
              {t('mailbox.said', { detail: trouble.detail })}
            </Text>
          )}
        </Alert>
      )}
      <Group justify="space-between" gap="xs">
        <div>
          <Text size="sm">{readAt ? t('mailbox.readAt', { at: fmt.full(readAt) }) : t('mailbox.notYet')}</Text>
          <Text size="sm">
            {t('mailbox.counts', { taken: fmt.number(taken), passed: fmt.number(passed) })}
            {broken > 0 && ` ${t('mailbox.broken', { broken: fmt.number(broken) })}`}
          </Text>
        </div>
        <Button variant="default" size="sm" loading={read.isPending} onClick={() => read.mutate()}>
          {t('mailbox.read')}
        </Button>
      </Group>
    </>
  );
}

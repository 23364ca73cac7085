import { Text, Title } from '@mantine/core';
import type { MailboxSettings } from '@tabiji/shared/api/mailbox.ts';
import { useTranslation } from 'react-i18next';
import { MailboxForm } from './MailboxForm.tsx';
import { MailboxNews } from './MailboxNews.tsx';

/** The mailbox that is looked into for reports, and what was found there. */
export function MailboxSection({ kept }: { kept: MailboxSettings | null }) {
  const { t } = useTranslation('returns');
  return (
    <>
      <div>
        <Title order={3}>{t('mailbox.title')}</Title>
        <Text size="sm" mt={4}>
          {t('mailbox.about')}
        </Text>
      </div>
      {kept && <MailboxNews mailbox={kept} />}
      <MailboxForm key={kept ? `${kept.host} ${kept.username}` : ''} kept={kept} />
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { senders } from '../api/senders.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { SenderCards } from './SenderCards.tsx';

/** In whose names the workspace's mails go. */
export function SendersPage() {
  const { t } = useTranslation('senders');
  const query = useQuery(senders.list);
  return (
    <Page>
      <PageHeader title={t('title')} about={t('about')} back={<TextLink to="/settings">{t('back')}</TextLink>} />
      <Loaded query={query}>{(list) => <SenderCards list={list} />}</Loaded>
    </Page>
  );
}

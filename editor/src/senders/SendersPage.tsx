import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { senders } from '../api/senders.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { DomainPanels } from './DomainPanels.tsx';
import { SenderCards } from './SenderCards.tsx';
import styles from './senders.module.css';

/** In whose names the workspace's mails go, and whether they can arrive. */
export function SendersPage() {
  const { t } = useTranslation('senders');
  const query = useQuery(senders.list);
  return (
    <Page>
      <PageHeader title={t('title')} about={t('about')} back={<TextLink to="/settings">{t('back')}</TextLink>} />
      <div className={styles.sections}>
        <Loaded query={query}>{(list) => <SenderCards list={list} />}</Loaded>
        <DomainPanels />
      </div>
    </Page>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { pace } from '../api/pace.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { PauseHistory } from './PauseHistory.tsx';
import { PauseNotice } from './PauseNotice.tsx';
import { SenderPaceCard } from './SenderPaceCard.tsx';
import { TroubleNotice } from './TroubleNotice.tsx';
import styles from './pace.module.css';

/** How fast mails go, what keeps them back, and what stopped a sender. */
export function PacePage() {
  const { t } = useTranslation('pace');
  const query = useQuery(pace.all);
  return (
    <Page>
      <PageHeader title={t('title')} about={t('about')} back={<TextLink to="/settings">{t('back')}</TextLink>} />
      <Loaded query={query}>
        {({ senders, troubles, history }) => (
          <div className={styles.column}>
            {troubles.map((trouble) => (
              <TroubleNotice key={trouble.provider} trouble={trouble} />
            ))}
            {senders.map(
              (sender) => sender.pause && <PauseNotice key={sender.key} sender={sender} pause={sender.pause} />,
            )}
            {senders.map((sender) => (
              <SenderPaceCard key={sender.key} sender={sender} />
            ))}
            {history.length > 0 && <PauseHistory history={history} senders={senders} />}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

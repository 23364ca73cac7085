import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { DisplayForm } from './DisplayForm.tsx';
import { PausedProducts } from '../products/PausedProducts.tsx';
import { FeedbackForm } from './FeedbackForm.tsx';
import { LinkKeysPanel } from './LinkKeysPanel.tsx';
import { PublishingForm } from './PublishingForm.tsx';
import { IdentityForm } from './IdentityForm.tsx';
import { ReturnsPanel } from './returns/ReturnsPanel.tsx';
import { RulesForm } from './RulesForm.tsx';
import { SendingStop } from './SendingStop.tsx';
import styles from './SettingsPage.module.css';
import { TopicsForm } from './TopicsForm.tsx';
import { WorkspaceForm } from './WorkspaceForm.tsx';

/** The workspace's settings, and how this browser shows it. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  const query = useQuery(queries.workspace);
  return (
    <Page>
      <PageHeader title={t('title')} />
      <div className={styles.column}>
        <SendingStop />
        <Loaded query={query}>
          {(workspace) => (
            <>
              <WorkspaceForm workspace={workspace} />
              <IdentityForm workspace={workspace} />
              <TopicsForm workspace={workspace} />
              <RulesForm workspace={workspace} />
              <PausedProducts />
              <FeedbackForm provider={workspace.provider} />
              <ReturnsPanel />
              <LinkKeysPanel />
              <PublishingForm workspace={workspace} />
            </>
          )}
        </Loaded>
        <DisplayForm />
      </div>
    </Page>
  );
}

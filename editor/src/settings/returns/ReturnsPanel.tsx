import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { feedback } from '../../api/feedback.ts';
import { mailbox } from '../../api/mailbox.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { Panel } from '../../ui/Panel.tsx';
import styles from '../SettingsPage.module.css';
import { BounceAddressForm } from './BounceAddressForm.tsx';
import { MailboxSection } from './MailboxSection.tsx';

/** Where mails come back to, and the mailbox that is looked into for them. */
export function ReturnsPanel() {
  const { t } = useTranslation('returns');
  const settings = useQuery(feedback.settings);
  const state = useQuery(mailbox.state);
  return (
    <Panel title={t('title')}>
      <div className={styles.fields}>
        <Loaded query={settings}>{({ bounceAddress }) => <BounceAddressForm saved={bounceAddress ?? ''} />}</Loaded>
        <Loaded query={state}>{({ mailbox: kept }) => <MailboxSection kept={kept} />}</Loaded>
      </div>
    </Panel>
  );
}

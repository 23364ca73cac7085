import { Switch } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { FeedbackSettings } from '@tabiji/shared/api/feedback.ts';
import type { Provider } from '@tabiji/shared/api/workspace.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { feedback } from '../api/feedback.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { Panel } from '../ui/Panel.tsx';
import { useErrorWords } from '../ui/use-error-words.ts';
import { ResendHook } from './ResendHook.tsx';
import styles from './SettingsPage.module.css';

/** What mails measure, saved as it is switched, and how the provider tells what became of them. */
export function FeedbackForm({ provider }: { provider: Provider }) {
  const { t } = useTranslation(['feedback', 'ui']);
  const client = useQueryClient();
  const errorWords = useErrorWords();
  const query = useQuery(feedback.settings);
  const change = useMutation({
    mutationFn: feedback.change,
    onSuccess: (saved: FeedbackSettings) => client.setQueryData(feedback.settings.queryKey, saved),
    onError: (error) => notifications.show({ color: 'shu', title: t('ui:notSaved'), message: errorWords(error) }),
  });
  return (
    <Panel title={t('title')}>
      <Loaded query={query}>
        {(settings) => (
          <div className={styles.fields}>
            {(['clicks', 'opens'] as const).map((what) => (
              <Switch
                key={what}
                label={t(what)}
                description={t(`${what}Help`)}
                checked={(change.isPending ? change.variables[what] : undefined) ?? settings[what]}
                disabled={change.isPending}
                onChange={({ currentTarget }) => change.mutate({ [what]: currentTarget.checked })}
              />
            ))}
            {provider === 'resend' && <ResendHook settings={settings} />}
          </div>
        )}
      </Loaded>
    </Panel>
  );
}

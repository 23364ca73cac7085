import { Select, Text, TextInput, Title } from '@mantine/core';
import type { WorkspaceDetail } from '@tabiji/shared/api/workspace.ts';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../ui/Card.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { SaveFoot } from './SaveFoot.tsx';
import styles from './SettingsPage.module.css';
import { TimeZoneSelect } from './TimeZoneSelect.tsx';
import { useSaveWorkspace } from './use-save-workspace.ts';
import { changesOf, valuesOf, wrongFields, type WorkspaceValues } from './workspace-changes.ts';

const PROVIDERS = ['letters', 'smtp', 'resend'] as const;

/** Name, zone and mail provider of the workspace. */
export function WorkspaceForm({ workspace }: { workspace: WorkspaceDetail }) {
  const { t } = useTranslation(['settings', 'ui']);
  const [values, setValues] = useState<WorkspaceValues>(() => valuesOf(workspace));
  const [isTried, setTried] = useState(false);
  const changes = changesOf(values, workspace);
  const wrong = wrongFields(changes);
  const isUnchanged = Object.keys(changes).length === 0;
  const save = useSaveWorkspace((saved) => {
    setValues(valuesOf(saved));
    setTried(false);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong.size === 0 && !isUnchanged) save.mutate(changes);
  };
  return (
    <Card>
      <form onSubmit={submit} noValidate>
        <div className={styles.fields}>
          <Title order={2}>{t('workspace.title')}</Title>
          <TextInput
            label={t('workspace.name')}
            value={values.name}
            error={isTried && wrong.has('name') && t('required')}
            onChange={({ currentTarget: { value } }) => setValues({ ...values, name: value })}
          />
          <TimeZoneSelect value={values.timeZone} onChange={(timeZone) => setValues({ ...values, timeZone })} />
        </div>
        <Title order={2} mt={32} mb="md">
          {t('mail.title')}
        </Title>
        <div className={styles.fields}>
          <Select
            label={t('mail.provider')}
            description={t('mail.providerHelp')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data={PROVIDERS.map((value) => ({ value, label: t(`mail.providers.${value}`) }))}
            value={values.provider}
            onChange={(provider) => provider && setValues({ ...values, provider })}
          />
          <div>
            <TextLink to="/settings/senders" size="sm" fw={600}>
              {t('mail.senders')}
            </TextLink>
            <Text size="xs" c="dimmed">
              {t('mail.sendersHelp', { name: workspace.senderName, address: workspace.senderAddress })}
            </Text>
          </div>
        </div>
        <SaveFoot isUnchanged={isUnchanged} isSaving={save.isPending} />
      </form>
    </Card>
  );
}

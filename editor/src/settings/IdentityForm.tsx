import { Text, TextInput, Title } from '@mantine/core';
import type { WorkspaceDetail } from '@tabiji/shared/api/workspace.ts';
import type { Identity } from '@tabiji/shared/sending/identity.ts';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../ui/Card.tsx';
import { SaveFoot } from './SaveFoot.tsx';
import styles from './SettingsPage.module.css';
import { useSaveWorkspace } from './use-save-workspace.ts';

const PARTS = ['company', 'postalAddress', 'contact'] as const satisfies (keyof Identity)[];

/** Who writes, as promotional mails must show it. */
export function IdentityForm({ workspace }: { workspace: WorkspaceDetail }) {
  const { t } = useTranslation(['stopping', 'settings', 'ui']);
  const [identity, setIdentity] = useState<Identity>(workspace.identity);
  const save = useSaveWorkspace((saved) => setIdentity(saved.identity));
  const isUnchanged = PARTS.every((part) => (identity[part] ?? '') === (workspace.identity[part] ?? ''));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isUnchanged) save.mutate({ identity });
  };
  return (
    <Card label={t('identity.title')}>
      <form onSubmit={submit} noValidate>
        <div className={styles.fields}>
          <Title order={2}>{t('identity.title')}</Title>
          <Text size="sm">{t('identity.about')}</Text>
          {PARTS.map((part) => (
            <TextInput
              key={part}
              label={t(`identity.${part}`)}
              description={part === 'contact' ? t('identity.contactHelp') : undefined}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              maxLength={300}
              value={identity[part] ?? ''}
              onChange={({ currentTarget: { value } }) => setIdentity((before) => ({ ...before, [part]: value }))}
            />
          ))}
        </div>
        <SaveFoot isUnchanged={isUnchanged} isSaving={save.isPending} />
      </form>
    </Card>
  );
}

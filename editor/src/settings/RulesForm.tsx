import { TagsInput, Title } from '@mantine/core';
import type { WorkspaceDetail } from '@tabiji/shared/api/workspace.ts';
import { SendingRules } from '@tabiji/shared/sending/rules.ts';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { HoursSelect } from '../sending/HoursSelect.tsx';
import { PercentField } from '../sending/PercentField.tsx';
import { Card } from '../ui/Card.tsx';
import { AvoidedWordsField } from './AvoidedWordsField.tsx';
import { CapFields } from './CapFields.tsx';
import { MaxAgeField } from './MaxAgeField.tsx';
import { SaveFoot } from './SaveFoot.tsx';
import styles from './SettingsPage.module.css';
import { useSaveWorkspace } from './use-save-workspace.ts';

/** What holds for the letters of the whole workspace. */
export function RulesForm({ workspace }: { workspace: WorkspaceDetail }) {
  const { t } = useTranslation(['settings', 'stopping', 'ui']);
  const [rules, setRules] = useState<SendingRules>(workspace.rules);
  const save = useSaveWorkspace((saved) => setRules(saved.rules));
  const set = <K extends keyof SendingRules>(key: K, value: SendingRules[K] | undefined) =>
    setRules((before) => ({ ...before, [key]: value })); // what is undefined is not sent
  const isSound = SendingRules.safeParse(rules).success;
  const isUnchanged = JSON.stringify(rules) === JSON.stringify(workspace.rules);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isSound && !isUnchanged) save.mutate({ rules });
  };
  return (
    <Card>
      <form onSubmit={submit} noValidate>
        <div className={styles.fields}>
          <Title order={2}>{t('rules.title')}</Title>
          <HoursSelect
            label={t('rules.quiet')}
            about={t('rules.quietHelp')}
            value={rules.quietHours}
            onChange={(hours) => set('quietHours', hours && { from: hours.from, to: hours.to })}
            initial={{ from: '21:00', to: '08:00' }}
            hasDays={false}
            absent={t('rules.noQuiet')}
          />
          <HoursSelect
            label={t('rules.window')}
            about={t('rules.windowHelp')}
            value={rules.sendWindow}
            onChange={(window) => set('sendWindow', window)}
            initial={{ from: '09:00', to: '18:00' }}
            hasDays
            absent={t('rules.anyTime')}
          />
          <CapFields value={rules.cap} onChange={(cap) => set('cap', cap)} />
          {rules.cap && (
            <TagsInput
              label={t('rules.exempt')}
              description={t('rules.exemptHelp')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              value={rules.cap.exempt}
              onChange={(exempt) => rules.cap && set('cap', { ...rules.cap, exempt })}
            />
          )}
          <TagsInput
            label={t('stopping:malls.label')}
            description={t('stopping:malls.help')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={rules.mallChannels ?? []}
            onChange={(names) => set('mallChannels', names.length > 0 ? names : undefined)}
          />
          <AvoidedWordsField
            value={rules.avoidedWords ?? []}
            onChange={(words) => set('avoidedWords', words.length > 0 ? words : undefined)}
          />
          <MaxAgeField value={rules.maxAge} onChange={(maxAge) => set('maxAge', maxAge)} />
          <PercentField
            label={t('rules.holdout')}
            description={t('rules.holdoutAllHelp')}
            error={t('rules.percentWrong')}
            value={rules.holdout}
            onChange={(share) => set('holdout', share)}
          />
        </div>
        <SaveFoot isUnchanged={isUnchanged} isSaving={save.isPending} isSound={isSound} />
      </form>
    </Card>
  );
}

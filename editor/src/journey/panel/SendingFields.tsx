import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { HoursSelect } from '../../sending/HoursSelect.tsx';
import { PercentField } from '../../sending/PercentField.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { useDoc, useSession } from '../session/use-session.ts';
import classes from './Inspector.module.css';
import { TopicSelect } from './TopicSelect.tsx';

/** When this journey's letters may go, which go first, and who gets none. */
export function SendingFields() {
  const { t } = useTranslation('settings');
  const { doc } = useSession();
  const settings = useDoc(({ graph }) => graph.settings);
  const { quietHours, sendWindow, priority, topic, holdout } = settings;
  const set = (key: 'quietHours' | 'sendWindow' | 'priority' | 'topic' | 'holdout', value: unknown) =>
    doc.dispatch({ do: 'setSettings', key, value });
  return (
    <section className={classes.section} aria-label={t('rules.title')}>
      <Text size="sm" fw={600} mb={8}>
        {t('rules.title')}
      </Text>
      <div className={classes.fields}>
        <HoursSelect
          label={t('rules.quiet')}
          about={t('rules.quietHelp')}
          value={quietHours}
          onChange={(hours) => set('quietHours', hours && { from: hours.from, to: hours.to })}
          initial={{ from: '21:00', to: '08:00' }}
          hasDays={false}
          absent={t('rules.asWorkspace')}
          never={t('rules.noQuiet')}
        />
        <HoursSelect
          label={t('rules.window')}
          about={t('rules.windowHelp')}
          value={sendWindow}
          onChange={(window) => set('sendWindow', window)}
          initial={{ from: '09:00', to: '18:00' }}
          hasDays
          absent={t('rules.asWorkspace')}
          never={t('rules.anyTime')}
        />
        <NumberField
          label={t('rules.priority')}
          description={t('rules.priorityHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={priority ?? 50}
          onChange={(next) => next !== undefined && set('priority', next === 50 ? undefined : Math.round(next))}
        />
        <TopicSelect value={topic} onChange={(next) => set('topic', next)} />
        <PercentField
          label={t('rules.holdout')}
          description={t('rules.holdoutHelp')}
          error={t('rules.percentWrong')}
          value={holdout}
          onChange={(share) => (share === undefined || (share >= 0 && share <= 1)) && set('holdout', share)}
        />
      </div>
    </section>
  );
}

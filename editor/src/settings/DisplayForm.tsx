import { SegmentedControl, Switch, Text, useMantineColorScheme } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLocale } from '../i18n/i18n.ts';
import { useLocale } from '../i18n/locale.ts';
import { LANGUAGES, SCHEMES } from '../shell/display-choices.ts';
import { singleKeys } from '../single-keys.ts';
import { Panel } from '../ui/Panel.tsx';
import styles from './SettingsPage.module.css';

/** Language and colours of this browser. */
export function DisplayForm() {
  const { t } = useTranslation(['settings', 'shell']);
  const locale = useLocale();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [singles, setSingles] = useState(singleKeys.areOn);
  const chooseSingles = (on: boolean) => {
    singleKeys.set(on);
    setSingles(on);
  };
  return (
    <Panel title={t('display.title')}>
      <div className={styles.fields}>
        <div>
          <Text size="sm" mb={4}>
            {t('shell:language')}
          </Text>
          <SegmentedControl
            aria-label={t('shell:language')}
            data={LANGUAGES.map(({ value, label }) => ({ value, label }))}
            value={locale}
            onChange={(value) => void chooseLocale(value)}
          />
        </div>
        <div>
          <Text size="sm" mb={4}>
            {t('shell:theme.label')}
          </Text>
          <SegmentedControl
            aria-label={t('shell:theme.label')}
            data={SCHEMES.map(({ value }) => ({ value, label: t(`shell:theme.${value}`) }))}
            value={colorScheme}
            onChange={setColorScheme}
          />
        </div>
        <Switch
          label={t('display.singles')}
          description={t('display.singlesHelp')}
          checked={singles}
          onChange={({ currentTarget }) => chooseSingles(currentTarget.checked)}
        />
        <Text size="xs" c="dimmed">
          {t('display.help')}
        </Text>
      </div>
    </Panel>
  );
}

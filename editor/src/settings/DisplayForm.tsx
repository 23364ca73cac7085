import { SegmentedControl, Text, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { chooseLocale } from '../i18n/i18n.ts';
import { useLocale } from '../i18n/locale.ts';
import { LANGUAGES, SCHEMES } from '../shell/display-choices.ts';
import { Panel } from '../ui/Panel.tsx';
import styles from './SettingsPage.module.css';

/** Language and colours of this browser. */
export function DisplayForm() {
  const { t } = useTranslation(['settings', 'shell']);
  const locale = useLocale();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
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
        <Text size="xs" c="dimmed">
          {t('display.help')}
        </Text>
      </div>
    </Panel>
  );
}

import { Button, Group, Menu, NativeSelect, TextInput } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reports } from '../api/reports.ts';
import { useLocale } from '../i18n/locale.ts';
import { PRESETS, periodOf, presetOf, type Preset } from './period.ts';
import styles from './Reports.module.css';
import { SalesSetting } from './SalesSetting.tsx';
import type { Scope } from './use-scope.ts';

/** Which days are shown; and what can be done with what is shown. */
export function PeriodPicker({ scope: { period, today, journey, node, show } }: { scope: Scope }) {
  const { t } = useTranslation('reports');
  const locale = useLocale();
  const [isCustom, setCustom] = useState(false);
  const preset = isCustom ? undefined : presetOf(period, today);
  const choose = (value: string) => {
    setCustom(value === 'custom');
    if (value !== 'custom') show(periodOf(value as Preset, today));
  };
  const dates = (change: Partial<typeof period>) => {
    const next = { ...period, ...change };
    if (next.from && next.to && next.from <= next.to) show(next);
  };
  const asked = { ...period, journey, node };
  return (
    <div className={styles.bar}>
      <Group gap={8} align="flex-end">
        <NativeSelect
          label={t('period.label')}
          value={preset ?? 'custom'}
          data={[...PRESETS, 'custom' as const].map((value) => ({ value, label: t(`period.${value}`) }))}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        />
        {preset === undefined && (
          <>
            <TextInput
              type="date"
              label={t('period.from')}
              defaultValue={period.from}
              onChange={({ currentTarget }) => dates({ from: currentTarget.value })}
            />
            <TextInput
              type="date"
              label={t('period.to')}
              defaultValue={period.to}
              onChange={({ currentTarget }) => dates({ to: currentTarget.value })}
            />
          </>
        )}
      </Group>
      <Group gap={8} className={styles.tools}>
        <SalesSetting />
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" leftSection={<IconDownload size={18} stroke={1.75} />}>
              {t('export.label')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item component="a" href={reports.file(asked, undefined, locale)} download>
              {t('export.byMail')}
            </Menu.Item>
            <Menu.Item component="a" href={reports.file(asked, 'day', locale)} download>
              {t('export.byDay')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Button variant="default" leftSection={<IconPrinter size={18} stroke={1.75} />} onClick={() => window.print()}>
          {t('print')}
        </Button>
      </Group>
    </div>
  );
}

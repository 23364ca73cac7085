import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/locale.ts';
import { timeZones } from './time-zones.ts';

/** A zone by its name or its place. */
export function TimeZoneSelect({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const { t } = useTranslation('settings');
  const locale = useLocale();
  const zones = useMemo(() => timeZones(locale, value), [locale, value]);
  return (
    <Select
      label={t('workspace.timeZone')}
      description={t('workspace.timeZoneHelp')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={zones}
      value={value}
      searchable
      limit={60}
      onChange={(zone) => zone && onChange(zone)}
    />
  );
}

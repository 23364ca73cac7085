import { Switch } from '@mantine/core';
import { DurationField } from '@tabiji/shared/nodes/fields/DurationField.tsx';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/locale.ts';
import styles from '../sending/Sending.module.css';

interface Props {
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** After how long a letter that could not go never goes. */
export function MaxAgeField({ value, onChange }: Props) {
  const { t } = useTranslation('settings');
  const locale = useLocale();
  return (
    <div className={styles.group}>
      <Switch
        label={t('rules.maxAge')}
        description={t('rules.maxAgeHelp')}
        checked={value !== undefined}
        onChange={({ currentTarget }) => onChange(currentTarget.checked ? 'P7D' : undefined)}
      />
      {value !== undefined && (
        <DurationField
          label={t('rules.maxAgeSpan')}
          value={value}
          onChange={onChange}
          locale={locale}
          units={['hours', 'days', 'weeks']}
        />
      )}
    </div>
  );
}

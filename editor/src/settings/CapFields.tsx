import { Switch, Text } from '@mantine/core';
import type { Cap, CapLimit } from '@tabiji/shared/sending/rules.ts';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../ui/NumberField.tsx';
import styles from '../sending/Sending.module.css';

const INITIAL: Cap = {
  limits: [
    { letters: 1, days: 1 },
    { letters: 3, days: 7 },
  ],
  exempt: ['transactional'],
};

/** How often a customer is written to at most: two limits, a short and a long one. */
export function CapFields({ value, onChange }: { value: Cap | undefined; onChange: (cap: Cap | undefined) => void }) {
  const { t } = useTranslation('settings');
  const change = (at: number, limit: Partial<CapLimit>) =>
    value && onChange({ ...value, limits: value.limits.map((one, i) => (i === at ? { ...one, ...limit } : one)) });
  return (
    <div className={styles.group}>
      <Switch
        label={t('rules.cap')}
        description={t('rules.capHelp')}
        checked={value !== undefined}
        onChange={({ currentTarget }) => onChange(currentTarget.checked ? INITIAL : undefined)}
      />
      {value?.limits.map((limit, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- limits have no names, and none is taken out of the middle
        <div key={at} className={styles.row}>
          <NumberField
            aria-label={t('rules.capDays')}
            className={styles.short}
            value={limit.days}
            error={limit.days < 1 || limit.days > 31}
            onChange={(days) => days !== undefined && change(at, { days: Math.round(days) })}
          />
          <Text size="sm">{t('rules.perDays')}</Text>
          <NumberField
            aria-label={t('rules.capLetters')}
            className={styles.short}
            value={limit.letters}
            error={limit.letters < 1}
            onChange={(letters) => letters !== undefined && change(at, { letters: Math.round(letters) })}
          />
          <Text size="sm">{t('rules.letters')}</Text>
        </div>
      ))}
    </div>
  );
}

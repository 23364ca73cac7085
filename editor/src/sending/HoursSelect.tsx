import { Select } from '@mantine/core';
import { WeekdayField } from '@tabiji/shared/nodes/fields/WeekdayField.tsx';
import { TimeField } from '@tabiji/shared/nodes/fields/TimeField.tsx';
import { WEEKDAYS } from '@tabiji/shared/time/day.ts';
import type { Window } from '@tabiji/shared/time/window.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/locale.ts';
import styles from './Sending.module.css';

interface Props {
  label: string;
  about: string;
  value: Window | undefined;
  onChange: (value: Window | undefined) => void;
  /** What to begin with. */
  initial: Window;
  /** Whether days of the week can be chosen. */
  hasDays: boolean;
  /** The choice for no value: none, or the workspace's. */
  absent: string;
  /** The choice that says: none, whatever the workspace has. */
  never?: string;
}

const NONE: Window = { from: '00:00', to: '00:00' };
const isNone = ({ from, to, days }: Window): boolean => from === to && days === undefined;

/** Hours of the day: none, the workspace's, or own ones. */
export function HoursSelect({ label, about, value, onChange, initial, hasDays, absent, never }: Props) {
  const { t } = useTranslation('settings');
  const locale = useLocale();
  const kind = value === undefined ? 'absent' : isNone(value) ? 'never' : 'own';
  const choose = (next: string | null) =>
    onChange(next === 'own' ? initial : next === 'never' && never !== undefined ? NONE : undefined);
  const setDays = (days: NonNullable<Window['days']>) => {
    if (value && days.length > 0) onChange({ from: value.from, to: value.to, ...(days.length < 7 && { days }) });
  };
  return (
    <div className={styles.group}>
      <Select
        label={label}
        description={about}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        allowDeselect={false}
        data={[
          { value: 'absent', label: absent },
          ...(never === undefined ? [] : [{ value: 'never', label: never }]),
          { value: 'own', label: t('rules.own') },
        ]}
        value={kind}
        onChange={choose}
      />
      {value && kind === 'own' && (
        <>
          <div className={styles.times}>
            <TimeField
              label={t('rules.from')}
              width={108}
              value={value.from}
              onChange={(from) => from && onChange({ ...value, from })}
              locale={locale}
            />
            <TimeField
              label={t('rules.to')}
              width={108}
              value={value.to}
              onChange={(to) => to && onChange({ ...value, to })}
              locale={locale}
            />
          </div>
          {hasDays && (
            <WeekdayField label={t('rules.days')} value={value.days ?? WEEKDAYS} onChange={setDays} locale={locale} />
          )}
        </>
      )}
    </div>
  );
}

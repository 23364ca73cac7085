import { Button, Select, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isImeKey } from '../hotkeys.ts';
import { plain } from '../normalise.ts';
import { TRAVEL_UNITS, travelLength, type TravelUnit } from './travel.ts';
import styles from './TravelForm.module.css';

/** Any length: a number and a unit. */
export function TravelForm({ onGo }: { onGo: (by: string) => void }) {
  const { t } = useTranslation('shell');
  const [amount, setAmount] = useState('3');
  const [unit, setUnit] = useState<TravelUnit>('days');
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const by = travelLength(amount, unit);
    setWrong(!by);
    if (by) onGo(by);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        label={t('clock.custom')}
        aria-label={t('clock.amount')}
        inputMode="numeric"
        value={amount}
        error={isWrong && t('clock.amountWrong')}
        onChange={({ currentTarget }) => setAmount(currentTarget.value)}
        onBlur={() => setAmount(plain(amount))}
        onKeyDown={(event) => event.key === 'Enter' && isImeKey(event.nativeEvent) && event.preventDefault()}
      />
      <Select
        aria-label={t('clock.unit')}
        data={TRAVEL_UNITS.map((value) => ({ value, label: t(`clock.${value}`) }))}
        value={unit}
        onChange={(value) => value && setUnit(value)}
        comboboxProps={{ withinPortal: false }}
      />
      <Button type="submit">{t('clock.go')}</Button>
    </form>
  );
}

import { ActionIcon, Checkbox, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './blackout.module.css';
import { daysOf, type BlackoutRow } from './rows.ts';

interface Props {
  row: BlackoutRow;
  onChange: (row: BlackoutRow) => void;
  onRemove: () => void;
}

/** One entry: its name, its first and last day, and whether it comes every year. */
export function BlackoutFields({ row, onChange, onRemove }: Props) {
  const { t } = useTranslation('planned');
  const set = (change: Partial<BlackoutRow>) => onChange({ ...row, ...change });
  const isWrong = row.from !== '' && daysOf(row) === undefined;
  return (
    <fieldset className={styles.row} aria-label={row.name || t('blackout.unnamed')}>
      <TextInput
        className={styles.name}
        label={t('blackout.name')}
        placeholder={t('blackout.namePlaceholder')}
        maxLength={60}
        value={row.name}
        onChange={({ currentTarget }) => set({ name: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('blackout.from')}
        value={row.from}
        onChange={({ currentTarget: { value } }) => set({ from: value, ...(row.to < value && { to: value }) })}
      />
      <TextInput
        type="date"
        label={t('blackout.to')}
        value={row.to}
        error={isWrong}
        onChange={({ currentTarget }) => set({ to: currentTarget.value })}
      />
      <Checkbox
        className={styles.yearly}
        label={t('blackout.yearly')}
        checked={row.isYearly}
        onChange={({ currentTarget }) => set({ isYearly: currentTarget.checked })}
      />
      <ActionIcon
        className={styles.remove}
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t('blackout.remove', { name: row.name || t('blackout.unnamed') })}
        onClick={onRemove}
      >
        <IconTrash size={18} stroke={1.75} />
      </ActionIcon>
    </fieldset>
  );
}

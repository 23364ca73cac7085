import { Switch, Text, TextInput } from '@mantine/core';
import { warmUpDays } from '@tabiji/shared/sending/pace.ts';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../ui/NumberField.tsx';
import { useFmt } from '../use-fmt.ts';
import { isWrongNumber, soundWarmUp, type PaceValues } from './pace-values.ts';
import styles from './pace.module.css';

interface Props {
  values: PaceValues;
  onChange: (part: Partial<PaceValues>) => void;
}

/** Whether a new sender begins with few mails, and what that comes to day by day. */
export function WarmUpFields({ values, onChange }: Props) {
  const { warms, warmUp } = values;
  const { t } = useTranslation('pace');
  const fmt = useFmt();
  const sound = soundWarmUp(warmUp);
  const days = sound ? warmUpDays(sound) : [];
  const change = (part: Partial<PaceValues['warmUp']>) => onChange({ warmUp: { ...warmUp, ...part } });
  return (
    <>
      <Switch
        label={t('form.warmUp')}
        description={t('form.warmUpHelp')}
        checked={warms}
        onChange={({ currentTarget }) => onChange({ warms: currentTarget.checked })}
      />
      {warms && (
        <>
          <div className={styles.three}>
            <TextInput
              type="date"
              label={t('form.from')}
              value={warmUp.from}
              onChange={({ currentTarget }) => change({ from: currentTarget.value })}
            />
            <NumberField
              label={t('form.first')}
              value={warmUp.first ?? undefined}
              error={isWrongNumber(values, 'first') && t('form.wrong')}
              onChange={(first) => change({ first: first ?? null })}
            />
            <NumberField
              label={t('form.target')}
              value={warmUp.target ?? undefined}
              error={isWrongNumber(values, 'target') && t('form.wrong')}
              onChange={(target) => change({ target: target ?? null })}
            />
          </div>
          <Text size="sm" aria-live="polite">
            {days.length > 0 &&
              t('form.plan', {
                days: days.length,
                mails: days.map(({ mails }) => fmt.number(mails)).join(' → '),
              })}
          </Text>
        </>
      )}
    </>
  );
}

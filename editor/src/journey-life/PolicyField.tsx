import { Radio, Stack, Text } from '@mantine/core';
import type { Inside, ResumePolicy } from '@tabiji/shared/api/journey-life.ts';
import { DurationField } from '@tabiji/shared/nodes/fields/DurationField.tsx';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/locale.ts';

const KINDS = ['now', 'shift', 'skip'] as const;

interface Props {
  value: ResumePolicy;
  onChange: (value: ResumePolicy) => void;
  older: Inside['older'] | undefined;
}

/** How a paused journey goes on. */
export function PolicyField({ value, onChange, older }: Props) {
  const { t } = useTranslation('journeys');
  const locale = useLocale();
  const kind = typeof value === 'string' ? value : 'skip';
  return (
    <Stack gap="sm">
      <Radio.Group
        label={t('life.policy.label')}
        value={kind}
        onChange={(next) => onChange(next === 'skip' ? { skipOlderThan: 'P2D' } : (next as 'now' | 'shift'))}
      >
        <Stack gap="xs" mt={6}>
          {KINDS.map((one) => (
            <Radio key={one} value={one} label={t(`life.policy.${one}`)} description={t(`life.policy.${one}Help`)} />
          ))}
        </Stack>
      </Radio.Group>
      {typeof value !== 'string' && (
        <>
          <DurationField
            label={t('life.policy.olderThan')}
            value={value.skipOlderThan}
            onChange={(skipOlderThan) => onChange({ skipOlderThan })}
            locale={locale}
            units={['hours', 'days', 'weeks']}
          />
          {older && (
            <Text size="xs" c="dimmed">
              {t('life.policy.older', { people: older.people, letters: older.letters })}
            </Text>
          )}
        </>
      )}
    </Stack>
  );
}

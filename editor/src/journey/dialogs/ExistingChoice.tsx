import { Select, Stack, Text } from '@mantine/core';
import type { Existing } from '@tabiji/shared/journey/existing.ts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useLocale } from '../../i18n/locale.ts';
import { DurationField } from '@tabiji/shared/nodes/fields/DurationField.tsx';
import { useSession } from '../session/use-session.ts';

const KINDS = ['future', 'last', 'everybody'] as const;

interface Props {
  value: Existing;
  onChange: (value: Existing) => void;
}

/** Whether customers enter who had met a trigger before, and how many that would be. */
export function ExistingChoice({ value, onChange }: Props) {
  const { t } = useTranslation('journey');
  const locale = useLocale();
  const { id, autosave } = useSession();
  const kind = typeof value === 'string' ? value : 'last';
  const { data, isFetching } = useQuery({
    queryKey: ['journey', id, 'existing', value],
    queryFn: async ({ signal }) => {
      await autosave.flush();
      return api.journeys.countExisting(id, { existing: value }, signal);
    },
    enabled: value !== 'future',
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });
  return (
    <Stack gap={6}>
      <Select
        label={t('existing.label')}
        allowDeselect={false}
        data={KINDS.map((each) => ({ value: each, label: t(`existing.${each}`) }))}
        value={kind}
        onChange={(next) => next && onChange(next === 'last' ? { last: 'P30D' } : (next as 'future' | 'everybody'))}
      />
      {typeof value !== 'string' && (
        <DurationField
          label={t('existing.span')}
          value={value.last}
          onChange={(last) => onChange({ last })}
          locale={locale}
          units={['days', 'weeks', 'months']}
        />
      )}
      {value !== 'future' && (
        <Text size="sm" aria-live="polite">
          {isFetching || !data
            ? t('existing.counting')
            : t(data.complete ? 'existing.people' : 'existing.atLeast', { count: data.people })}
        </Text>
      )}
      {value !== 'future' &&
        data?.notBefore.map(({ trigger, because }) => (
          <Text key={trigger} size="xs" c="dimmed">
            {because[locale]}
          </Text>
        ))}
    </Stack>
  );
}

import { Radio, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { simulation } from '../../../api/simulation.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { Loaded } from '../../../ui/Loaded.tsx';

interface Props {
  value: string | null;
  onChange: (key: string) => void;
  isMissing: boolean;
}

/** Somebody typical, or awkward on purpose. */
export function PersonaField({ value, onChange, isMissing }: Props) {
  const { t } = useTranslation('simulation');
  const locale = useLocale();
  const query = useQuery({
    queryKey: ['personas'],
    queryFn: ({ signal }) => simulation.personas(signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Loaded query={query}>
      {(personas) => (
        <Radio.Group
          label={t('persona.label')}
          value={value}
          onChange={onChange}
          error={isMissing && value === null && t('persona.missing')}
        >
          <Stack gap={8} mt={8} mb={4}>
            {personas.map(({ key, name, about }) => (
              <Radio key={key} value={key} label={name[locale]} description={about[locale]} />
            ))}
          </Stack>
        </Radio.Group>
      )}
    </Loaded>
  );
}

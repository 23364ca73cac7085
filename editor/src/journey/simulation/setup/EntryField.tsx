import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { InstantField } from './InstantField.tsx';

interface Props {
  /** ISO 8601; null is now. */
  value: string | null;
  onChange: (at: string | null) => void;
  now: number;
  lastOrderAt: string | null | undefined;
}

/** When somebody enters: any day, past or to come; now and the last purchase are one click. */
export function EntryField({ value, onChange, now, lastOrderAt }: Props) {
  const { t } = useTranslation('simulation');
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {t('enter.label')}
      </Text>
      <InstantField
        label={t('enter.label')}
        value={Date.parse(value ?? '') || now}
        onChange={(at) => onChange(new Date(at).toISOString())}
      />
      <Group gap={8} mt={8}>
        <Button variant="default" size="compact-sm" onClick={() => onChange(null)}>
          {t('enter.now')}
        </Button>
        {lastOrderAt && (
          <Button variant="default" size="compact-sm" onClick={() => onChange(lastOrderAt)}>
            {t('enter.lastOrder')}
          </Button>
        )}
      </Group>
    </div>
  );
}

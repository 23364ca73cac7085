import { Stack, Text } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { isDuration, waitEnd } from '../../time.ts';
import type { FormProps, NodeView } from '../define-view.ts';
import { DurationField } from '../fields/DurationField.tsx';
import { TimeField } from '../fields/TimeField.tsx';
import type { Wait } from './node.ts';

const WORDS = {
  ja: {
    span: '期間',
    at: 'その日の時刻（任意）',
    atHelp: '空のままなら、期間が過ぎたらすぐに進みます。',
    example: (from: string, to: string) => `例：${from} にここへ来た人は、${to} に進みます。`,
  },
  en: {
    span: 'How long',
    at: 'Time of day (optional)',
    atHelp: 'Left empty, customers go on as soon as the time has passed.',
    example: (from: string, to: string) => `Example: whoever arrives on ${from} goes on at ${to}.`,
  },
};

function Form({ config, onChange, context: { locale, now, zone, dateTime } }: FormProps<Wait>) {
  const words = WORDS[locale];
  return (
    <Stack gap="md">
      <DurationField
        label={words.span}
        value={config.for}
        onChange={(span) => onChange({ ...config, for: span })}
        locale={locale}
      />
      <TimeField
        label={words.at}
        description={words.atHelp}
        value={config.at}
        onChange={(at) => onChange({ for: config.for, ...(at && { at }) })}
        locale={locale}
      />
      {isDuration(config.for) && (
        <Text size="xs" c="dimmed">
          {words.example(dateTime(now), dateTime(waitEnd(now, config, zone)))}
        </Text>
      )}
    </Stack>
  );
}

export const waitView: NodeView<Wait> = { icon: IconHourglass, Form };

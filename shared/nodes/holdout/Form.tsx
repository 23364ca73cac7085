import { Stack, Text } from '@mantine/core';
import type { FormProps } from '../define-view.ts';
import { CountField } from '../fields/CountField.tsx';
import type { Holdout } from './node.ts';

const WORDS = {
  ja: {
    percent: '残す割合（%）',
    unread: '0.1〜99.9の数を入れてください',
    help: '残された人は「残す」の出口へ進みます。同じ人は何度来ても、バージョンが変わっても、同じ側になります。両方の結果を比べると、この先の手順の効果が分かります。',
  },
  en: {
    percent: 'Kept out (%)',
    unread: 'Enter a number from 0.1 to 99.9',
    help: 'Whoever is kept out leaves by “Kept out”. A customer is always on the same side, however often they come and whatever version runs. Compare both sides to see what the rest of the journey does.',
  },
};

export function Form({ config, onChange, context: { locale } }: FormProps<Holdout>) {
  const words = WORDS[locale];
  return (
    <Stack gap="md">
      <CountField
        label={words.percent}
        value={config.percent}
        from={0.1}
        to={99.9}
        step={0.1}
        onChange={(percent) => onChange({ ...config, percent })}
        unread={words.unread}
      />
      <Text size="xs" c="dimmed">
        {words.help}
      </Text>
    </Stack>
  );
}

import { SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import type { FormProps } from '../define-view.ts';
import type { Subscribe } from './node.ts';

const WORDS = {
  ja: {
    topic: '配信カテゴリ',
    topicHelp: 'ジャーニーの設定で選ぶものと同じ名前です。例：お便り',
    what: 'どうするか',
    yes: '購読にする',
    no: '購読を止める',
    help: '時刻と、このジャーニーによることが記録されます。',
  },
  en: {
    topic: 'Topic',
    topicHelp: 'The same name as in the settings of journeys, for example news',
    what: 'What to do',
    yes: 'Subscribe',
    no: 'Unsubscribe',
    help: 'The time, and that it was this journey, are kept.',
  },
};

export function Form({ config, onChange, context: { locale } }: FormProps<Subscribe>) {
  const words = WORDS[locale];
  return (
    <Stack gap="md">
      <TextInput
        label={words.topic}
        description={words.topicHelp}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={100}
        value={config.topic}
        onChange={({ currentTarget }) => onChange({ ...config, topic: currentTarget.value })}
        data-autofocus
      />
      <SegmentedControl
        fullWidth
        aria-label={words.what}
        data={[
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]}
        value={config.subscribed ? 'yes' : 'no'}
        onChange={(choice) => onChange({ ...config, subscribed: choice === 'yes' })}
      />
      <Text size="xs" c="dimmed">
        {words.help}
      </Text>
    </Stack>
  );
}

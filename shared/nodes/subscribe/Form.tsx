import { SegmentedControl, Select, Stack, Text } from '@mantine/core';
import type { FormProps } from '../define-view.ts';
import type { Subscribe } from './node.ts';

const WORDS = {
  ja: {
    topic: '配信カテゴリ',
    choose: '選んでください',
    gone: (key: string) => `${key}（設定にありません）`,
    what: 'どうするか',
    yes: '購読にする',
    no: '購読を止める',
    help: '時刻と、このジャーニーによることが記録されます。',
  },
  en: {
    topic: 'Topic',
    choose: 'Choose one',
    gone: (key: string) => `${key} (not in the settings)`,
    what: 'What to do',
    yes: 'Subscribe',
    no: 'Unsubscribe',
    help: 'The time, and that it was this journey, are kept.',
  },
};

export function Form({ config, onChange, context: { locale, catalogue } }: FormProps<Subscribe>) {
  const words = WORDS[locale];
  const topics = catalogue.topics.filter(({ kind, key }) => kind === 'marketing' || key === config.topic);
  const data = topics.map(({ key, name }) => ({ value: key, label: name[locale] || key }));
  if (config.topic && topics.every(({ key }) => key !== config.topic))
    data.push({ value: config.topic, label: words.gone(config.topic) });
  return (
    <Stack gap="md">
      <Select
        label={words.topic}
        placeholder={words.choose}
        data={data}
        value={config.topic || null}
        onChange={(topic) => topic && onChange({ ...config, topic })}
        allowDeselect={false}
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

import { Select, Stack } from '@mantine/core';
import type { FormProps } from '../define-view.ts';
import { CountField } from '../fields/CountField.tsx';
import type { GoTo } from './node.ts';

const WORDS = {
  ja: {
    to: '戻り先',
    choose: '選んでください',
    help: 'ここまでに通った手順から選びます。戻る道の途中に、1分以上の「待つ」が必要です。',
    times: '最大回数',
    timesHelp: 'この回数だけ戻った人は、次の手順へ進みます。',
    unread: '1〜1,000の整数を入れてください',
    gone: (id: string) => `${id}（ここより前にありません）`,
  },
  en: {
    to: 'Back to',
    choose: 'Choose a node',
    help: 'Any node on the way here. The way back must pass a wait of at least 1 minute.',
    times: 'At most how often',
    timesHelp: 'Whoever has been sent back this often goes on.',
    unread: 'Enter a whole number from 1 to 1,000',
    gone: (id: string) => `${id} (not before this node)`,
  },
};

export function Form({ config, onChange, context: { locale, before } }: FormProps<GoTo>) {
  const words = WORDS[locale];
  const data = before.filter(({ starts }) => !starts).map(({ id, name }) => ({ value: id, label: name }));
  if (config.to && !data.some(({ value }) => value === config.to))
    data.push({ value: config.to, label: words.gone(config.to) });
  return (
    <Stack gap="md">
      <Select
        label={words.to}
        description={words.help}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder={words.choose}
        data={data}
        value={config.to || null}
        onChange={(to) => to && onChange({ ...config, to })}
        allowDeselect={false}
        data-autofocus
      />
      <CountField
        label={words.times}
        description={words.timesHelp}
        value={config.times}
        from={1}
        to={1000}
        onChange={(times) => onChange({ ...config, times })}
        unread={words.unread}
      />
    </Stack>
  );
}

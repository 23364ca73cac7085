import { Autocomplete } from '@mantine/core';
import type { FormProps } from '../define-view.ts';
import type { Exit } from './node.ts';

const WORDS = {
  ja: { reason: '終了の理由', help: '実績では、この理由ごとに人数を数えます。', missing: '理由を入れてください' },
  en: { reason: 'Reason', help: 'Results count people by this reason.', missing: 'Enter a reason' },
};

const USUAL = ['completed', 'came_back', 'not_interested', 'lost'];

export function Form({ config, onChange, context: { locale } }: FormProps<Exit>) {
  const words = WORDS[locale];
  return (
    <Autocomplete
      label={words.reason}
      description={words.help}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={config.reason === '' ? words.missing : undefined}
      maxLength={100}
      data={USUAL}
      filter={({ options }) => options}
      value={config.reason}
      onChange={(reason) => onChange({ reason })}
      data-autofocus
    />
  );
}

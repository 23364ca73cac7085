import { Select } from '@mantine/core';
import type { FormContext } from '../define-view.ts';

const WORDS = {
  ja: {
    label: '送信元',
    standard: 'メールの送信元、または既定',
    gone: (key: string) => `${key}（使えません）`,
  },
  en: {
    label: 'Sender',
    standard: 'The mail’s own, or the default',
    gone: (key: string) => `${key} (cannot be used)`,
  },
};

interface Props {
  value: string | undefined;
  onChange: (sender: string | undefined) => void;
  context: Pick<FormContext, 'locale' | 'catalogue'>;
}

/** In whose name a step's mails go. */
export function SenderField({ value, onChange, context: { locale, catalogue } }: Props) {
  const words = WORDS[locale];
  const data = catalogue.senders.map(({ key, name }) => ({ value: key, label: name }));
  if (value !== undefined && !data.some((one) => one.value === value)) data.push({ value, label: words.gone(value) });
  return (
    <Select
      label={words.label}
      data={[{ value: '', label: words.standard }, ...data]}
      value={value ?? ''}
      allowDeselect={false}
      onChange={(sender) => onChange(sender || undefined)}
    />
  );
}

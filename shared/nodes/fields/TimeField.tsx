import type { Locale } from '../../locale.ts';
import { timeFrom } from './time-text.ts';
import { TypedText } from './TypedText.tsx';

const WORDS = {
  ja: { unread: '時刻は 18:00 のように入れてください' },
  en: { unread: 'Enter a time such as 18:00' },
};

interface Props {
  label: string;
  description?: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  locale: Locale;
  width?: number;
}

/** A time of day that may be left empty. */
export function TimeField({ label, description, value, onChange, locale, width = 228 }: Props) {
  return (
    <TypedText
      label={label}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder="18:00"
      inputMode="numeric"
      styles={{ input: { width } }}
      value={value ?? ''}
      write={(text) => text}
      read={(text) => (text.trim() === '' ? '' : timeFrom(text))}
      onChange={(text) => onChange(text === '' ? undefined : text)}
      unread={WORDS[locale].unread}
    />
  );
}

import type { Locale } from '../../locale.ts';
import { closedDaysFrom } from './closed-days-text.ts';
import { TypedText } from './TypedText.tsx';

const WORDS = {
  ja: {
    label: 'ほかの休業日（任意）',
    help: '例：12/29〜1/3、2026/8/12〜8/16。年のないものは毎年です。',
    unread: '12/29〜1/3 のように入れてください',
  },
  en: {
    label: 'Other closed days (optional)',
    help: 'Such as 12-29 to 01-03 (every year), 2026-08-12 to 2026-08-16 (once).',
    unread: 'Enter dates such as 12-29 to 01-03',
  },
};

interface Props {
  value: readonly string[];
  onChange: (value: string[]) => void;
  locale: Locale;
}

/** Days on which the shop is closed beside weekends and holidays. */
export function ClosedDaysField({ value, onChange, locale }: Props) {
  const words = WORDS[locale];
  const [between, comma] = locale === 'ja' ? ['〜', '、'] : [' to ', ', '];
  return (
    <TypedText
      label={words.label}
      description={words.help}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={[...value]}
      write={(days) => days.map((one) => one.replace('/', between)).join(comma)}
      read={closedDaysFrom}
      onChange={onChange}
      unread={words.unread}
    />
  );
}

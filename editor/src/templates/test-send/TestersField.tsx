import { TagsInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  value: readonly string[];
  onChange: (to: string[]) => void;
  error: string | undefined;
}

/** The addresses that a test goes to. */
export function TestersField({ value, onChange, error }: Props) {
  const { t } = useTranslation('mail');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []); // also where it comes later than the dialog around it
  return (
    <TagsInput
      ref={field}
      data-autofocus
      label={t('test.to')}
      description={t('test.toHelp')}
      placeholder={value.length === 0 ? 'you@example.com' : undefined}
      value={[...value]}
      maxTags={10}
      splitChars={[',', ' ', '、', ';']}
      error={error}
      onChange={(next) => onChange(next.map((address) => address.normalize('NFKC').trim()))}
    />
  );
}

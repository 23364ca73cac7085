import { Textarea } from '@mantine/core';
import { readAvoidedWords, writeAvoidedWords, type AvoidedWord } from '@tabiji/shared/sending/avoided-words.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  value: readonly AvoidedWord[];
  onChange: (words: AvoidedWord[]) => void;
}

/** Words that the shop's mails avoid, one a line. */
export function AvoidedWordsField({ value, onChange }: Props) {
  const { t } = useTranslation('settings');
  const [text, setText] = useState(() => writeAvoidedWords(value));
  return (
    <Textarea
      label={t('rules.avoided')}
      description={t('rules.avoidedHelp')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={t('rules.avoidedExample')}
      value={text}
      autosize
      minRows={3}
      maxRows={12}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        onChange(readAvoidedWords(currentTarget.value));
      }}
    />
  );
}

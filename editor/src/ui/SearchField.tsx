import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './SearchField.module.css';

interface Props {
  value: string;
  /** Called when typing pauses, never in the middle of a conversion. */
  onSearch: (text: string) => void;
  placeholder: string;
  /** Whether it takes the focus when the dialog it stands in opens. */
  isFirst?: boolean;
}

const PAUSE = 250;

/** A search that waits for a pause, and for the input method to finish. */
export function SearchField({ value, onSearch, placeholder, isFirst }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const isComposing = useRef(false);
  const latest = useRef(onSearch);
  useEffect(() => {
    latest.current = onSearch;
  });
  useEffect(() => {
    const next = text.normalize('NFKC').trim();
    if (next === value) return;
    const timer = setTimeout(() => !isComposing.current && latest.current(next), PAUSE);
    return () => clearTimeout(timer);
  }, [text, value]);
  const endComposing = () => {
    isComposing.current = false;
    latest.current(text.normalize('NFKC').trim());
  };
  return (
    <TextInput
      className={styles.search}
      type="search"
      data-autofocus={isFirst}
      aria-label={placeholder}
      placeholder={placeholder}
      leftSection={<IconSearch size={16} stroke={1.75} />}
      rightSection={text && <CloseButton size="sm" aria-label={t('clear')} onClick={() => setText('')} />}
      value={text}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onCompositionStart={() => (isComposing.current = true)}
      onCompositionEnd={endComposing}
    />
  );
}

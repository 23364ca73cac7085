import { ActionIcon, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconSearch, IconX } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { matches } from '../../folded.ts';
import { isImeKey } from '../../hotkeys.ts';
import { showNode } from '../session/actions.ts';
import { useSession } from '../session/use-session.ts';
import classes from './FindBar.module.css';
import { useNodeTexts } from './use-node-texts.ts';

/** Finds nodes by name, sentence, subject and note; Enter and the arrows go from one to the next. */
export function FindBar() {
  const { t } = useTranslation('palette');
  const session = useSession();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const texts = useNodeTexts();
  const find = (words: string) =>
    words.trim() === ''
      ? []
      : texts.filter(({ title, said, note, subjects }) => matches(words, [title, said, note, ...subjects]));
  const found = find(query);
  const show = (list: typeof found, to: number) => {
    const next = list[(to + list.length) % Math.max(1, list.length)];
    setAt(list.length === 0 ? 0 : (to + list.length) % list.length);
    if (next) showNode(session, next.id);
  };
  const type = (words: string) => {
    setQuery(words);
    show(find(words), 0);
  };
  const close = () => {
    session.ui.find(false);
    session.ui.focusSelected();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isImeKey(event.nativeEvent)) return;
    if (event.key === 'Enter') show(found, at + (event.shiftKey ? -1 : 1));
    else if (event.key === 'ArrowDown') show(found, at + 1);
    else if (event.key === 'ArrowUp') show(found, at - 1);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const buttons = [
    { label: t('find.last'), icon: IconChevronUp, act: () => show(found, at - 1) },
    { label: t('find.next'), icon: IconChevronDown, act: () => show(found, at + 1) },
    { label: t('find.close'), icon: IconX, act: close },
  ];
  return (
    <search className={classes.bar} aria-label={t('find.title')}>
      <TextInput
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was just asked for
        autoFocus
        variant="unstyled"
        className={classes.field}
        leftSection={<IconSearch size={16} stroke={1.75} />}
        placeholder={t('find.search')}
        aria-label={t('find.search')}
        value={query}
        onChange={({ currentTarget }) => type(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <output className={classes.count} aria-live="polite">
        {query.trim() !== '' &&
          (found.length === 0 ? t('find.nothing') : t('find.count', { at: at + 1, all: found.length }))}
      </output>
      {buttons.map(({ label, icon: Icon, act }) => (
        <ActionIcon key={label} variant="subtle" color="gray" aria-label={label} onClick={act}>
          <Icon size={18} stroke={1.75} />
        </ActionIcon>
      ))}
    </search>
  );
}

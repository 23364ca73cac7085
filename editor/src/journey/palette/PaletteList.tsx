import { Kbd, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Fragment, useDeferredValue, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { comboOf, isImeKey, keyWords } from '../../hotkeys.ts';
import { useChoice } from '../../ui/use-choice.ts';
import { useSession } from '../session/use-session.ts';
import type { Entry } from './entry.ts';
import classes from './palette.module.css';
import { useEntries } from './use-entries.ts';

/** The palette's field and what it finds. What cannot be done now says why. */
export function PaletteList() {
  const { t } = useTranslation('palette');
  const { ui } = useSession();
  const [query, setQuery] = useState('');
  const entries = useEntries(useDeferredValue(query));
  const list = useId();
  const choose = ({ reason, run }: Entry) => {
    if (reason !== undefined) return;
    ui.show(null);
    run();
  };
  const { current, mark, onKeyDown } = useChoice(entries, choose, {});
  return (
    <>
      <TextInput
        data-autofocus
        size="md"
        variant="unstyled"
        className={classes.field}
        leftSection={<IconSearch size={18} stroke={1.75} />}
        placeholder={t('search')}
        aria-label={t('search')}
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={current && `${list}-${current.id}`}
        value={query}
        onChange={({ currentTarget }) => {
          setQuery(currentTarget.value);
          mark(0);
        }}
        onKeyDown={(event) => {
          if (isImeKey(event.nativeEvent)) event.stopPropagation(); // Esc belongs to the conversion
          else if (comboOf(event.nativeEvent) === 'mod+k') {
            event.preventDefault();
            ui.show(null);
          } else onKeyDown(event);
        }}
      />
      <div id={list} role="listbox" aria-label={t('title')} className={classes.list}>
        {entries.map((entry, i) => (
          <Fragment key={entry.id}>
            {entry.heading !== entries[i - 1]?.heading && (
              <div className={classes.heading} role="presentation">
                {entry.heading}
              </div>
            )}
            <div
              ref={entry === current ? intoView : undefined}
              id={`${list}-${entry.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={entry === current}
              aria-disabled={entry.reason !== undefined}
              className={classes.option}
              onPointerMove={() => mark(i)}
              onClick={() => choose(entry)}
              onKeyDown={onKeyDown}
            >
              <span className={classes.words}>
                {entry.label}
                {(entry.reason ?? entry.about) && <small>{entry.reason ?? entry.about}</small>}
              </span>
              {entry.combo && <Kbd>{keyWords(entry.combo)}</Kbd>}
            </div>
          </Fragment>
        ))}
        {entries.length === 0 && <p className={classes.nothing}>{t('nothing')}</p>}
      </div>
    </>
  );
}

const intoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' });

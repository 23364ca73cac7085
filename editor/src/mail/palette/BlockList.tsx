import { ActionIcon, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { Fragment, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChoice } from '../../ui/use-choice.ts';
import { useEditing } from '../editing.ts';
import classes from './BlockList.module.css';
import { entriesFor, type Entry } from './entries.ts';
import { useSavedBlocks } from './use-saved-blocks.ts';

interface Props {
  onChoose: (entry: Entry) => void;
  /** Inside a dialog the search has the focus, and Esc closes it. */
  inDialog?: boolean;
}

/** What can be put into the mail: chosen with a click or Enter, or dragged to its place. */
export function BlockList({ onChoose, inDialog = false }: Props) {
  const { t } = useTranslation('blocks');
  const { mail, locale, drag } = useEditing();
  const [query, setQuery] = useState('');
  const { saved, forget } = useSavedBlocks();
  const entries = entriesFor(query, saved, { locale, defaults: mail.defaults });
  const list = useId();
  const forgetMarked = () => current?.savedId !== undefined && forget(current.savedId);
  const { current, mark, onKeyDown } = useChoice(entries, onChoose, query === '' ? { Delete: forgetMarked } : {});
  return (
    <div className={classes.finder} data-dialog={inDialog || undefined}>
      <TextInput
        leftSection={<IconSearch size={16} stroke={1.75} />}
        placeholder={t('search')}
        aria-label={t('search')}
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={current && `${list}-${current.id}`}
        data-autofocus={inDialog || undefined}
        value={query}
        onChange={({ currentTarget }) => {
          setQuery(currentTarget.value);
          mark(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={list} role="listbox" aria-label={t('palette')} className={classes.list} tabIndex={-1}>
        {entries.map((entry, i) => (
          <Fragment key={entry.id}>
            {entry.group !== entries[i - 1]?.group && (
              <div role="presentation" className={classes.heading}>
                {t(`group.${entry.group}`)}
              </div>
            )}
            {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the search field has the keys */}
            <div
              id={`${list}-${entry.id}`}
              role="option"
              aria-selected={entry === current}
              tabIndex={-1}
              className={classes.option}
              title={entry.about}
              onPointerMove={() => mark(i)}
              onPointerDown={(event) =>
                !inDialog && event.pointerType === 'mouse' && drag(event, { kind: 'new', mjml: entry.mjml })
              }
              onClick={() => onChoose(entry)}
            >
              <entry.icon size={18} stroke={1.75} />
              <span>{entry.label}</span>
              {entry.savedId !== undefined && (
                <ActionIcon
                  component="span"
                  role="presentation"
                  variant="subtle"
                  color="nezumi"
                  size={24}
                  title={t('forget', { name: entry.label })}
                  onPointerDown={(event) => event.stopPropagation()}
                  onClick={(event) => {
                    event.stopPropagation();
                    if (entry.savedId !== undefined) forget(entry.savedId);
                  }}
                >
                  <IconX size={14} stroke={1.75} />
                </ActionIcon>
              )}
            </div>
          </Fragment>
        ))}
      </div>
      {entries.length === 0 && <p className={classes.nothing}>{t('nothing')}</p>}
    </div>
  );
}

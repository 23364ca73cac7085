import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Fragment, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isImeKey } from '../../hotkeys.ts';
import type { PortRef } from '../doc/ports.ts';
import { useSession } from '../session/use-session.ts';
import classes from './NodePicker.module.css';
import { usePickerItems } from './use-picker-items.ts';

/** Search field and list: arrows walk it, Enter chooses (never the Enter that ends a conversion), Esc goes back. */
export function PickerList({ at }: { at: PortRef }) {
  const { t } = useTranslation('journey');
  const { ui } = useSession();
  const [query, setQuery] = useState('');
  const [marked, setMarked] = useState(0);
  const items = usePickerItems(at, query);
  const list = useId();
  const current = items[Math.min(marked, items.length - 1)];
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const keys: Record<string, () => void> = {
    ArrowDown: () => setMarked((i) => (i + 1) % Math.max(1, items.length)),
    ArrowUp: () => setMarked((i) => (i + items.length - 1) % Math.max(1, items.length)),
    Enter: () => current && !current.isBlocked && current.choose(),
    Escape: () => {
      ui.pick(null);
      ui.focusSelected();
    },
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key];
    if (!act || isImeKey(event.nativeEvent)) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <>
      <div className={classes.search}>
        <TextInput
          ref={field}
          variant="unstyled"
          leftSection={<IconSearch size={16} stroke={1.75} />}
          placeholder={t('picker.search')}
          aria-label={t('picker.search')}
          role="combobox"
          aria-expanded
          aria-controls={list}
          aria-activedescendant={current && `${list}-${current.id}`}
          value={query}
          onChange={({ currentTarget }) => {
            setQuery(currentTarget.value);
            setMarked(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={list} role="listbox" aria-label={t('picker.title')} className={classes.list}>
        {items.map((item, i) => (
          <Fragment key={item.id}>
            {item.heading !== items[i - 1]?.heading && (
              <div className={classes.heading} role="presentation">
                {item.heading}
              </div>
            )}
            <div
              ref={item === current ? intoView : undefined}
              id={`${list}-${item.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={item === current}
              aria-disabled={item.isBlocked}
              className={classes.option}
              data-group={item.hue}
              onPointerMove={() => setMarked(i)}
              onClick={() => !item.isBlocked && item.choose()}
              onKeyDown={onKeyDown}
            >
              <span className={classes.icon}>
                <item.icon size={18} stroke={1.75} />
              </span>
              <span className={classes.words}>
                {item.label}
                {item.about && <small>{item.about}</small>}
              </span>
            </div>
          </Fragment>
        ))}
        {items.length === 0 && <p className={classes.nothing}>{t('picker.nothing')}</p>}
      </div>
    </>
  );
}

const intoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' });

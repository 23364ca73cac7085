import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Fragment, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChoice } from '../../ui/use-choice.ts';
import type { PortRef } from '../doc/ports.ts';
import { useSession } from '../session/use-session.ts';
import classes from './NodePicker.module.css';
import { PortChoice } from './PortChoice.tsx';
import { usePickerItems } from './use-picker-items.ts';
import { usePorts } from './use-ports.ts';

/** Search field and list: arrows walk it (← → the ways out of a branch), Enter chooses, Esc goes back. */
export function PickerList({ at }: { at: PortRef }) {
  const { t } = useTranslation('journey');
  const { ui } = useSession();
  const [query, setQuery] = useState('');
  const items = usePickerItems(at, query);
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const turn = usePorts(at);
  const back = () => {
    ui.pick(null);
    ui.focusSelected();
  };
  const { current, mark, onKeyDown } = useChoice(items, (item) => !item.isBlocked && item.choose(), {
    Escape: back,
    ...(query === '' && { ArrowRight: () => turn.by(1), ArrowLeft: () => turn.by(-1) }),
  });
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
            mark(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {turn.ports.length > 1 && <PortChoice at={at} ports={turn.ports} onChoose={turn.to} />}
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
              onPointerMove={() => mark(i)}
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

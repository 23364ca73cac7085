import { Fragment, useId, type KeyboardEvent, type ReactNode } from 'react';
import styles from './FoundList.module.css';
import { useChoice } from './use-choice.ts';

/** One line of a list under a search field. */
export interface Found {
  id: string;
  heading: string;
  label: string;
  /** Said below the label. */
  about?: string | undefined;
  /** Why it cannot be chosen now; said instead. */
  reason?: string | undefined;
}

/** What the search field above the list needs. */
export interface FieldProps {
  role: 'combobox';
  'aria-expanded': true;
  'aria-controls': string;
  'aria-activedescendant': string | undefined;
  onKeyDown: (event: KeyboardEvent) => void;
}

interface Props<Entry extends Found> {
  label: string;
  entries: readonly Entry[];
  /** Said where nothing was found. */
  nothing: string;
  onChoose: (entry: Entry) => void;
  /** Keys of the field beside arrows and Enter. */
  keys?: Readonly<Record<string, (event: KeyboardEvent) => void>>;
  /** The field, and whatever stands between it and the list. `begin` marks the first entry again. */
  children: (field: FieldProps, begin: () => void) => ReactNode;
  className?: string | undefined;
  before?: (entry: Entry) => ReactNode;
  after?: (entry: Entry) => ReactNode;
}

/** A search field with a list that arrows walk and Enter chooses from, in groups under headings. */
export function FoundList<Entry extends Found>(props: Props<Entry>) {
  const { label, entries, nothing, onChoose, keys = {}, children, className = '', before, after } = props;
  const list = useId();
  const choose = (entry: Entry) => entry.reason === undefined && onChoose(entry);
  const { current, mark, onKeyDown } = useChoice(entries, choose, keys);
  const field: FieldProps = {
    role: 'combobox',
    'aria-expanded': true,
    'aria-controls': list,
    'aria-activedescendant': current && `${list}-${current.id}`,
    onKeyDown,
  };
  return (
    <>
      {children(field, () => mark(0))}
      <div id={list} role="listbox" aria-label={label} className={`${styles.list} ${className}`}>
        {entries.map((entry, i) => (
          <Fragment key={entry.id}>
            {entry.heading !== entries[i - 1]?.heading && (
              <div className={styles.heading} role="presentation">
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
              className={styles.option}
              onPointerMove={() => mark(i)}
              onClick={() => choose(entry)}
              onKeyDown={onKeyDown}
            >
              {before?.(entry)}
              <span className={styles.words}>
                {entry.label}
                {(entry.reason ?? entry.about) && <small>{entry.reason ?? entry.about}</small>}
              </span>
              {after?.(entry)}
            </div>
          </Fragment>
        ))}
        {entries.length === 0 && <p className={styles.nothing}>{nothing}</p>}
      </div>
    </>
  );
}

const intoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' });

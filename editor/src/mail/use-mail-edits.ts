import { blockAt } from '@tabiji/shared/mail/block.ts';
import { editMail } from '@tabiji/shared/mail/edits/edit-mail.ts';
import { readMail } from '@tabiji/shared/mail/read-mail.ts';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/locale.ts';
import { blockWords } from './block-words.ts';
import type { Editing } from './editing.ts';

interface Around {
  source: string;
  onChange: (next: string, what: string) => void;
  select: (offset: number | null) => void;
  canvas: RefObject<HTMLElement | null>;
}

/** Edits of a mail: the next source goes out, the result is in hand, has the focus where it should, and is said. */
export function useMailEdits({ source, onChange, select, canvas }: Around) {
  const { t } = useTranslation('blocks');
  const locale = useLocale();
  const [said, say] = useState('');
  /** Several edits may come before the source comes back, as when lines are pasted. */
  const latest = useRef(source);
  const wanted = useRef<number | null>(null);
  const steps = useRef(0);
  const find = useCallback(
    (start: number) => canvas.current?.querySelector<HTMLElement>(`[data-block="${start}"]`),
    [canvas],
  );
  useEffect(() => {
    latest.current = source;
    if (wanted.current === null) return;
    const frame = find(wanted.current);
    wanted.current = null;
    frame?.focus({ preventScroll: true });
    frame?.scrollIntoView({ block: 'nearest' });
  }, [source, find]);
  const edit: Editing['edit'] = useCallback(
    (change, how, { focus = false } = {}) => {
      const edited = editMail(latest.current, change);
      if (!edited) {
        say(t('cannot'));
        return false;
      }
      if (edited.source === latest.current) return true;
      latest.current = edited.source;
      const part = 'field' in change ? change.field : '';
      const what = how === 'changed' && 'block' in change ? `${change.block} ${part}` : String((steps.current += 1));
      if (focus) wanted.current = edited.selection;
      onChange(edited.source, `blocks ${how} ${what}`);
      select(edited.selection);
      if (how !== 'changed') {
        const block = edited.selection === null ? undefined : blockAt(readMail(edited.source), edited.selection);
        say(t(`said.${how}`, { what: block ? blockWords(block, edited.source, locale) : '' }));
      }
      return true;
    },
    [locale, onChange, select, t],
  );
  const focusBlock = (start: number) => {
    select(start);
    const frame = find(start);
    frame?.focus({ preventScroll: true });
    frame?.scrollIntoView({ block: 'nearest' });
  };
  return { edit, said, say, focusBlock };
}

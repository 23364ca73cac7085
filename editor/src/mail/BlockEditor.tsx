import { VisuallyHidden } from '@mantine/core';
import { DEFAULT_BRAND } from '@tabiji/shared/api/mail-settings.ts';
import { blockAround } from '@tabiji/shared/mail/block.ts';
import { brandValues } from '@tabiji/shared/mail/brand-values.ts';
import { readMail } from '@tabiji/shared/mail/read-mail.ts';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/locale.ts';
import classes from './BlockEditor.module.css';
import { Desk } from './Desk.tsx';
import { EditingContext, type Dragged, type Editing } from './editing.ts';
import { FieldsPanel } from './fields/FieldsPanel.tsx';
import { putInWords, watchChosenWords } from './html/commands.ts';
import { useDrag } from './moving/use-drag.ts';
import { BlockList } from './palette/BlockList.tsx';
import type { Entry } from './palette/entries.ts';
import { gapBehind } from './palette/gap-behind.ts';
import { KeepDialog } from './palette/KeepDialog.tsx';
import { PaletteDialog } from './palette/PaletteDialog.tsx';
import { Unreadable } from './Unreadable.tsx';
import { useShown } from './use-shown.ts';
import { useBlockCommands } from './use-block-commands.ts';
import { blockKeys } from './use-block-keys.ts';
import { useMailEdits } from './use-mail-edits.ts';
import { mailQueries } from '../api/mails.ts';

interface Props {
  /** The mail's MJML: the document itself. */
  source: string;
  /** The MJML after a change; changes with the same `what` shortly after one another are one step of undo. */
  onChange: (next: string, what: string) => void;
  /** An offset in the source: the block around it is in hand. Absent: the editor keeps that itself. */
  selection?: number | null;
  /** A place in the source to be shown: its block comes into view, and 【…】 that begins there is marked. */
  shown?: { offset: number } | null;
  onSelect?: (offset: number | null) => void;
  /** Called with what puts a value such as `{{ customer.lastName }}` at the cursor; it says whether it could. */
  insertValue?: (put: ((liquid: string) => boolean) | null) => void;
}

/** A mail as blocks: what there is at the left, the mail in the middle, the block in hand at the right. */
export function BlockEditor({ source, onChange, selection, shown, onSelect, insertValue }: Props) {
  const { t } = useTranslation('blocks');
  const locale = useLocale();
  const mail = useMemo(() => readMail(source), [source]);
  const [own, setOwn] = useState<number | null>(null);
  const at = selection === undefined ? own : selection;
  const selected = at === null ? undefined : blockAround(mail, at);
  const canvas = useRef<HTMLDivElement>(null);
  const [dialog, setDialog] = useState<'palette' | 'keep' | null>(null);
  const select = useCallback(
    (offset: number | null) => {
      setOwn(offset);
      onSelect?.(offset);
    },
    [onSelect],
  );
  const { edit, said, say, focusBlock } = useMailEdits({ source, onChange, select, canvas });
  const mjmlOf = useCallback(
    (dragged: Dragged) => {
      if (dragged.kind === 'new') return dragged.mjml;
      const block = blockAround(mail, dragged.start);
      return block ? source.slice(block.start, block.end) : '';
    },
    [mail, source],
  );
  const drop = useCallback(
    (dragged: Dragged, to: { slot: number; index: number }) => {
      if (dragged.kind === 'new') edit({ do: 'insert', at: to, mjml: dragged.mjml }, 'inserted', { focus: true });
      else edit({ do: 'move', block: dragged.start, to }, 'moved', { focus: true });
    },
    [edit],
  );
  const dragging = useDrag(canvas, mjmlOf, drop);
  useEffect(() => {
    const stop = watchChosenWords();
    insertValue?.(putInWords);
    return () => {
      stop();
      insertValue?.(null);
    };
  }, [insertValue]);
  const openPalette = () => setDialog('palette');
  const { data: settings } = useQuery(mailQueries.mailSettings);
  const brand = useMemo(() => brandValues(settings?.brand ?? DEFAULT_BRAND), [settings?.brand]);
  const editing: Editing = { mail, locale, brand, selected, select, edit, openPalette, ...dragging };
  const commands = useBlockCommands(editing, { say, keep: () => setDialog('keep') });
  const choose = (entry: Entry) => {
    setDialog(null);
    const gap = gapBehind(mail, selected?.start);
    if (gap) edit({ do: 'insert', at: gap, mjml: entry.mjml }, 'inserted', { focus: true });
  };
  useShown(canvas, mail, shown);
  if (!mail.body) return <Unreadable mail={mail} />;
  return (
    <EditingContext value={editing}>
      <section className={classes.space} data-blocks aria-label={t('title')}>
        <div className={classes.editor}>
          <aside className={classes.palette} aria-label={t('palette')}>
            <BlockList onChoose={choose} />
          </aside>
          <Desk canvas={canvas} onKeyDown={blockKeys(editing, { commands, focusBlock, openPalette })} />
          <aside className={classes.fields} aria-label={t('fields')} data-fields>
            <FieldsPanel commands={commands} />
          </aside>
        </div>
        <VisuallyHidden component="output" aria-live="polite">
          {said}
        </VisuallyHidden>
      </section>
      {dialog === 'palette' && <PaletteDialog onClose={() => setDialog(null)} onChoose={choose} />}
      {dialog === 'keep' && selected && (
        <KeepDialog mjml={source.slice(selected.start, selected.end)} onClose={() => setDialog(null)} />
      )}
    </EditingContext>
  );
}

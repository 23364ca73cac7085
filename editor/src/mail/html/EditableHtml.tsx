import type { Block } from '@tabiji/shared/mail/block.ts';
import { keepUntouched } from '@tabiji/shared/mail/html/keep-untouched.ts';
import { htmlTokens } from '@tabiji/shared/mail/html/tokens.ts';
import { escapedText } from '@tabiji/shared/mail/source/escape.ts';
import { useEffect, useRef, type ClipboardEvent, type CSSProperties, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isImeKey } from '../../hotkeys.ts';
import { useEditing } from '../editing.ts';
import { keepCursor } from './cursor.ts';
import { drawnHtml } from './drawn-html.ts';
import classes from './EditableHtml.module.css';
import { liquidLabel } from './liquid-label.ts';
import { LIQUID, writtenHtml } from './written-html.ts';

/**
 * A block's words, written where they stand. The browser edits its own text, so every input method works as it does
 * everywhere; what comes out goes into the source, and all that was not touched stays as it was written there.
 */
export function EditableHtml({ block, style }: { block: Block; style: CSSProperties }) {
  const { t } = useTranslation('blocks');
  const { mail, locale, edit } = useEditing();
  const box = useRef<HTMLDivElement>(null);
  /** The source that the box shows now: what comes back from an own edit is not drawn again. */
  const shown = useRef<string>(null);
  const isComposing = useRef(false);
  const { element, type, start } = block;
  const isHtml = type.writable === 'html';
  const canBeWritten = type.writable !== undefined && element.innerStart < element.end;
  const html = mail.source.slice(element.innerStart, element.innerEnd);
  useEffect(() => {
    const area = box.current;
    if (!area || shown.current === html || isComposing.current) return;
    const { nodes, isWritable } = drawnHtml(html, element.tag, (liquid) => liquidLabel(liquid, locale));
    const putBack = keepCursor(area);
    area.replaceChildren(...nodes);
    area.contentEditable = canBeWritten && isWritable ? 'true' : 'false';
    putBack();
    shown.current = html;
  }, [html, element.tag, canBeWritten, locale]);

  const keep = () => {
    const area = box.current;
    if (!area || isComposing.current || area.contentEditable !== 'true') return;
    const root = element.tag === 'mj-table' ? (area.querySelector(':scope > table') ?? area) : area;
    const now = isHtml ? writtenHtml(root, !/<tbody/i.test(html)) : plainWith(root);
    const inner = keepUntouched(html, now);
    if (inner === html) return;
    const isNewLiquid = htmlTokens(inner).filter(({ kind }) => kind === 'liquid').length > marksIn(area);
    if (!isNewLiquid) shown.current = inner; // what was typed as Liquid is drawn anew, as a mark
    edit({ do: 'write', block: start, inner }, 'changed');
  };
  const keepRef = useRef(keep);
  useEffect(() => {
    keepRef.current = keep;
  });
  useEffect(() => {
    const area = box.current;
    if (!area) return;
    const before = (event: InputEvent) => {
      const isUndo = event.inputType === 'historyUndo' || event.inputType === 'historyRedo';
      const isBreak = event.inputType === 'insertParagraph';
      if (!isUndo && !isBreak) return; // the page has one history for blocks and source
      event.preventDefault();
      if (isBreak && isHtml) document.execCommand('insertLineBreak');
    };
    area.addEventListener('beforeinput', before);
    return () => area.removeEventListener('beforeinput', before);
  }, [isHtml]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isImeKey(event.nativeEvent) || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (isHtml) document.execCommand('insertLineBreak');
  };
  return (
    <div
      ref={box}
      role="textbox"
      aria-multiline={isHtml}
      aria-readonly={!canBeWritten || undefined}
      aria-label={t('wordsOf', { what: type.label[locale] })}
      tabIndex={-1}
      className={classes.words}
      style={style}
      data-words={type.writable}
      onInput={keep}
      onCompositionStart={() => (isComposing.current = true)}
      onCompositionEnd={() => {
        isComposing.current = false;
        setTimeout(() => keepRef.current()); // the browser's own last change comes first
      }}
      onKeyDown={onKeyDown}
      onPaste={(event) => pasteWords(event, isHtml)}
      onDrop={(event) => event.preventDefault()}
      onClick={(event) => {
        if ((event.target as Element).closest('a')) event.preventDefault();
      }}
    />
  );
}

const marksIn = (area: Element) => area.querySelectorAll(`[${LIQUID}]`).length;

/** The words alone, with their Liquid: a button has no forms inside. */
const plainWith = (root: Node): string =>
  [...root.childNodes]
    .map((node) =>
      node instanceof Element ? (node.getAttribute(LIQUID) ?? plainWith(node)) : escapedText(node.textContent ?? ''),
    )
    .join('');

/** Words from elsewhere come without their looks. */
function pasteWords(event: ClipboardEvent, withLines: boolean): void {
  event.preventDefault();
  const lines = event.clipboardData.getData('text/plain').replaceAll('\r\n', '\n').split('\n');
  for (const [i, line] of lines.entries()) {
    if (i > 0 && withLines) document.execCommand('insertLineBreak');
    else if (i > 0) document.execCommand('insertText', false, ' ');
    if (line !== '') document.execCommand('insertText', false, line);
  }
}

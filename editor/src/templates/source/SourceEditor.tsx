import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { setDiagnostics } from '@codemirror/lint';
import type { MailFinding } from '@tabiji/shared/api/mail-page.ts';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { useDocStore } from '../doc/use-doc.ts';
import { useChoices } from '../merge/use-choices.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { extensionsFor, fromOutside } from './extensions.ts';
import { foldHead } from './fold-head.ts';
import { replacedPart } from './replaced-part.ts';
import styles from './SourceEditor.module.css';

const HINT = 'mail-source-keys';

/** The mail as MJML, written by hand. It shows what the one document says and writes into it. */
export function SourceEditor({ findings }: { findings: readonly MailFinding[] }) {
  const { t } = useTranslation('mail');
  const locale = useLocale();
  const store = useDocStore();
  const choices = useChoices();
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const fallback = useEffectEvent(() => t('merge.fallbackWord'));
  const known = useEffectEvent(() => choices);

  useEffect(() => {
    const { change, undo, redo, select } = store.getState();
    const made = new EditorView({
      parent: place.current ?? undefined,
      state: EditorState.create({
        doc: store.getState().doc.mjml,
        extensions: extensionsFor({
          locale,
          label: t('source.label'),
          describedBy: HINT,
          onChange: (mjml) => change({ mjml }, 'typing'),
          onCursor: (offset) => select(offset, 'source'),
          undo,
          redo,
          choices: () => known(),
          fallback: () => fallback(),
        }),
      }),
    });
    view.current = made;
    foldHead(made);
    const stop = store.subscribe(({ doc, selected }, { doc: before, selected: selectedBefore }) => {
      if (doc.mjml !== before.mjml) take(made, doc.mjml);
      if (selected && selected !== selectedBefore && selected.by !== 'source') show(made, selected.offset);
    });
    const { selected } = store.getState();
    if (selected) show(made, selected.offset);
    return () => {
      stop();
      made.destroy();
      view.current = null;
    };
  }, [store, locale, t]);

  useEffect(() => {
    const at = view.current;
    if (at) at.dispatch(setDiagnostics(at.state, diagnosticsOf(findings, at.state.doc, locale)));
  }, [findings, locale]);

  return (
    <div className={styles.editor}>
      <div ref={place} className={styles.place} />
      <p id={HINT} className={styles.hint}>
        {t('source.keys')}
      </p>
    </div>
  );
}

/** What was changed elsewhere comes in without moving the rest; the cursor goes where the change was. */
function take(view: EditorView, mjml: string): void {
  const part = replacedPart(view.state.doc.toString(), mjml);
  if (!part) return;
  view.dispatch({ changes: part, annotations: fromOutside.of(true), scrollIntoView: true });
}

function show(view: EditorView, offset: number): void {
  const at = Math.min(offset, view.state.doc.length);
  view.dispatch({
    selection: { anchor: at },
    annotations: fromOutside.of(true),
    effects: EditorView.scrollIntoView(at, { y: 'center' }),
  });
}

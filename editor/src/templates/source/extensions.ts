import { autocompletion, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, indentWithTab } from '@codemirror/commands';
import { html } from '@codemirror/lang-html';
import { bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput, indentUnit } from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { Annotation, EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { Locale } from '@tabiji/shared/locale.ts';
import type { Choice } from '../merge/choices.ts';
import { mjmlCompletions } from './completions.ts';
import { liquidMarks } from './liquid-marks.ts';
import { look } from './look.ts';
import { PHRASES_JA } from './phrases.ts';
import { valueCompletions } from './value-completions.ts';

/** Marks changes that come from elsewhere: undo, blocks, fields. */
export const fromOutside = Annotation.define<boolean>();

export interface Wiring {
  locale: Locale;
  /** Names the field for those who cannot see it, and says how Tab leaves it. */
  label: string;
  describedBy: string;
  onChange: (text: string) => void;
  onCursor: (offset: number) => void;
  undo: () => void;
  redo: () => void;
  choices: () => readonly Choice[];
  fallback: () => string;
}

/** What makes a field for MJML of CodeMirror. Undo belongs to the mail, so its own history is left out. */
export const extensionsFor = (wiring: Wiring): Extension => [
  lineNumbers(),
  highlightActiveLineGutter(),
  lintGutter(),
  codeFolding(),
  foldGutter(),
  drawSelection(),
  dropCursor(),
  highlightActiveLine(),
  indentOnInput(),
  indentUnit.of('  '),
  bracketMatching(),
  html({ selfClosingTags: true, matchClosingTags: false }),
  liquidMarks,
  autocompletion({
    override: [valueCompletions(wiring.choices, wiring.fallback), mjmlCompletions],
    icons: false,
    maxRenderedOptions: 60,
  }),
  keymap.of([
    ...keysOf(wiring),
    ...completionKeymap,
    ...closeBracketsKeymap,
    ...defaultKeymap,
    ...foldKeymap,
    ...lintKeymap,
    indentWithTab, // Escape, then Tab, leaves the field
  ]),
  wiring.locale === 'ja' ? EditorState.phrases.of(PHRASES_JA) : [],
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({
    'aria-label': wiring.label,
    'aria-describedby': wiring.describedBy,
    spellcheck: 'false',
    autocapitalize: 'off',
  }),
  EditorView.updateListener.of((update) => {
    const isOwn = !update.transactions.some((one) => one.annotation(fromOutside));
    if (update.docChanged && isOwn) wiring.onChange(update.state.doc.toString());
    if ((update.selectionSet || update.docChanged) && isOwn && update.view.hasFocus) {
      wiring.onCursor(update.state.selection.main.head);
    }
  }),
  look,
];

const keysOf = ({ undo, redo }: Wiring) => {
  const done = (act: () => void) => () => {
    act();
    return true;
  };
  return [
    { key: 'Mod-z', run: done(undo), preventDefault: true },
    { key: 'Mod-y', run: done(redo), preventDefault: true },
    { key: 'Mod-Shift-z', run: done(redo), preventDefault: true },
  ];
};

import { ensureSyntaxTree, foldable, foldEffect } from '@codemirror/language';
import type { EditorView } from '@codemirror/view';

/** Folds what is the same in most mails, so that the mail's own words are the first thing to see. */
export function foldHead(view: EditorView): void {
  const { state } = view;
  const at = state.doc.toString().indexOf('<mj-head');
  if (at < 0 || !ensureSyntaxTree(state, state.doc.length, 200)) return;
  const line = state.doc.lineAt(at);
  const range = foldable(state, line.from, line.to);
  if (range) view.dispatch({ effects: foldEffect.of(range) });
}

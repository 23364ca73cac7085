import type { Completion, CompletionSource } from '@codemirror/autocomplete';
import { matches } from '../../folded.ts';
import type { Choice } from '../merge/choices.ts';
import { mergeTag } from '../merge/merge-tag.ts';

/** Values after `{{`, found by path, name and reading; what many customers lack comes with a fallback to fill in. */
export const valueCompletions =
  (choices: () => readonly Choice[], fallback: () => string): CompletionSource =>
  (context) => {
    const open = context.matchBefore(/\{\{-?\s*[^{}|%<>"']*$/);
    if (!open) return null;
    const typed = open.text.replace(/^\{\{-?\s*/, '');
    const found = choices().filter(({ value, words, yomi }) => matches(typed, [value.path, words, yomi]));
    const after = context.state.sliceDoc(context.pos, context.pos + 3);
    return {
      from: open.from,
      filter: false,
      options: found.slice(0, 60).map((choice): Completion => ({
        label: choice.words,
        detail: choice.value.path,
        type: 'variable',
        apply: (view, _, from, to) => {
          const tag = mergeTag({ path: choice.value.path, fallback: choice.value.missing > 0 ? fallback() : '' });
          const closing = /^\s*\}\}/.exec(after)?.[0].length ?? 0;
          view.dispatch({
            changes: { from, to: to + closing, insert: tag },
            selection: { anchor: from + tag.length },
            userEvent: 'input.complete',
          });
        },
      })),
    };
  };

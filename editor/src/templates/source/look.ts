import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { colour } from '../../tokens.ts';

const INK = colour('ink');
const MUTED = colour('muted');
const tint = (percent: number) => `color-mix(in srgb, ${colour('primary')} ${percent}%, ${colour('card')})`;

const frame = EditorView.theme({
  '&': { height: '100%', color: INK, backgroundColor: colour('card'), fontSize: '13px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mantine-font-family-monospace)', lineHeight: '21px' },
  '.cm-content': { caretColor: INK, padding: '8px 0' },
  '.cm-gutters': { backgroundColor: colour('card'), color: MUTED, border: 'none' },
  '.cm-foldGutter .cm-gutterElement': { cursor: 'pointer' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: tint(6) },
  '&.cm-focused .cm-cursor': { borderLeftColor: INK },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: tint(22),
  },
  '.cm-liquid-value': { backgroundColor: tint(14), borderRadius: '4px', padding: '1px 0' },
  '.cm-liquid-tag': { color: colour('wait') },
  '.cm-foldPlaceholder': { background: 'none', border: `1px solid ${colour('line')}`, color: MUTED, padding: '0 6px' },
  '.cm-tooltip': {
    backgroundColor: colour('card'),
    border: `1px solid ${colour('line')}`,
    borderRadius: '6px',
    boxShadow: 'var(--mantine-shadow-md)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'inherit', maxHeight: '280px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '4px 8px', lineHeight: '20px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: tint(16), color: INK },
  '.cm-completionDetail': { color: MUTED, fontStyle: 'normal', marginLeft: '12px' },
  '.cm-diagnostic': { padding: '6px 10px', borderLeftWidth: '3px', maxWidth: '420px' },
  '.cm-diagnostic-error': { borderLeftColor: colour('error') },
  '.cm-diagnostic-warning': { borderLeftColor: colour('branch') },
});

const words = HighlightStyle.define([
  { tag: [tags.tagName, tags.angleBracket], color: colour('primary') },
  { tag: tags.attributeName, color: colour('update') },
  { tag: [tags.attributeValue, tags.string], color: colour('start') },
  { tag: [tags.comment, tags.blockComment], color: MUTED },
  { tag: tags.invalid, color: colour('error') },
]);

/** The editor in the product's own colours, light and dark. */
export const look = [frame, syntaxHighlighting(words)];

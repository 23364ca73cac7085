import type { Block, Mail, Slot } from '../block.ts';
import { dedented, indentAt, indented } from './lines.ts';
import type { TextEdit } from './text-edit.ts';

/** A block's own text, as if it stood at the margin. */
export const textOf = ({ source }: Mail, { start, end }: Block): string =>
  dedented(source.slice(start, end), indentAt(source, start) ?? '');

/** The edit that puts MJML into a slot before its block of an index, and where in the new text the MJML begins. */
export function insertion(
  { source }: Mail,
  { container, blocks, start, end }: Slot,
  index: number,
  mjml: string,
): { edit: TextEdit; begins: number } {
  const next = blocks[index];
  const last = blocks.at(-1);
  if (next) {
    const indent = indentAt(source, next.start);
    const text = `${indented(mjml, indent ?? '')}${indent === undefined ? '' : `\n${indent}`}`;
    return { edit: { start: next.start, end: next.start, text }, begins: 0 };
  }
  if (last) {
    const indent = indentAt(source, last.start);
    const lead = indent === undefined ? '' : `\n${indent}`;
    return {
      edit: { start: last.end, end: last.end, text: lead + indented(mjml, indent ?? '') },
      begins: lead.length,
    };
  }
  const depth = indentAt(source, container?.start ?? source.lastIndexOf('<', start - 1)) ?? '';
  const lead = `\n${depth}${container ? '  ' : ''}`;
  const text = `${lead}${indented(mjml, lead.slice(1))}\n${depth}`;
  if (container && container.innerStart === container.end) {
    const from = container.end - (source.slice(container.start, container.end).match(/\s*\/\s*>$/)?.[0].length ?? 0);
    return { edit: { start: from, end: container.end, text: `>${text}</${container.tag}>` }, begins: 1 + lead.length };
  }
  const isBlank = source.slice(start, end).trim() === '';
  return isBlank
    ? { edit: { start, end, text }, begins: lead.length }
    : { edit: { start, end: start, text: text.trimEnd() }, begins: lead.length };
}

/** The edit that takes a block out, with its line where it stands alone on it. */
export function removal({ source }: Mail, { blocks }: Slot, index: number): TextEdit {
  const { start, end } = blocks[index]!;
  const indent = indentAt(source, start);
  const isLineEnd = /^[ \t]*(?=\r?\n|$)/.exec(source.slice(end, end + 200));
  if (indent === undefined || !isLineEnd) return { start, end, text: '' };
  const from = start - indent.length;
  const lineBreak = source[from - 2] === '\r' ? 2 : from > 0 ? 1 : 0;
  return { start: from - lineBreak, end, text: '' };
}

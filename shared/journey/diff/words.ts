import type { Locale } from '../../locale.ts';
import type { NamesOf } from '../../nodes/define-node.ts';
import { type Field, textOf } from '../../nodes/field.ts';
import { findNodeType, openNode } from '../../nodes/registry.ts';
import { titleOf } from '../../nodes/title.ts';
import type { GraphNode, JourneyGraph, NodeId } from '../graph.ts';
import type { GraphDiff, NodeDiff, Part } from './diff-graphs.ts';
import { placeWords } from './place-words.ts';
import { SETTINGS_FIELDS } from './settings-fields.ts';
import { NONE, valueWords } from './value-words.ts';

/** What changed about one thing: a value before and after, or a sentence. */
export type Line = { label: string | null; before: string; after: string } | { text: string };

export type ChangeKind = 'added' | 'removed' | 'changed' | 'moved' | 'settings';

/** One row of a comparison, in one language. */
export interface Change {
  kind: ChangeKind;
  /** Absent: the journey as a whole. */
  node?: NodeId;
  title: string;
  /** What an added or removed node does. */
  summary?: string;
  lines: readonly Line[];
}

/** How to say a comparison: which two graphs, in which language, with which names. */
export interface Telling {
  before: JourneyGraph;
  after: JourneyGraph;
  locale: Locale;
  names: NamesOf;
}

/** A comparison in words, from the nodes' own sentences and the names of their settings. */
export function diffWords(diff: GraphDiff, telling: Telling): Change[] {
  const { locale } = telling;
  const settings: Change[] = diff.settings.map((part) => ({
    kind: 'settings',
    title: locale === 'ja' ? 'ジャーニーの設定' : 'Journey settings',
    lines: [partLine(part, SETTINGS_FIELDS[part.path.at(-1) ?? ''], telling)],
  }));
  return [...diff.nodes.map((node) => nodeWords(node, telling)), ...settings];
}

function nodeWords(diff: NodeDiff, telling: Telling): Change {
  const { before, after, locale } = telling;
  const { node } = diff;
  if (diff.kind === 'removed')
    return { kind: 'removed', node, title: titleOf(diff.before)[locale], ...said(diff.before, telling), lines: [] };
  const title = titleOf(diff.after)[locale];
  if (diff.kind === 'added') {
    const place = placeWords(after, node, locale);
    return { kind: 'added', node, title, ...said(diff.after, telling), lines: [{ text: place }] };
  }
  const kind = diff.parts.length > 0 ? 'changed' : 'moved';
  const lines = diff.parts.length > 0 ? changeLines(diff, telling) : [];
  if (diff.moved) {
    const [was, is] = [placeWords(before, node, locale), placeWords(after, node, locale)];
    lines.push(was === is ? { text: is } : { label: locale === 'ja' ? '場所' : 'Place', before: was, after: is });
  }
  return { kind, node, title, lines, ...(kind === 'moved' && said(diff.after, telling)) };
}

const said = (node: GraphNode, telling: Telling) => {
  const summary = summaryOf(node, telling);
  return summary === '' ? {} : { summary };
};

function summaryOf(node: GraphNode, { locale, names }: Telling): string {
  const opened = openNode(node);
  return opened.ok ? opened.definition.summary(opened.config, locale, names) : '';
}

/** The node's own sentence before and after, and by their names the settings that it does not mention. */
function changeLines({ before, after, parts }: Extract<NodeDiff, { kind: 'stayed' }>, telling: Telling): Line[] {
  const lines: Line[] = [];
  const [was, is] = [summaryOf(before, telling), summaryOf(after, telling)];
  if (was !== is) lines.push({ label: null, before: was, after: is });
  const fields: Readonly<Record<string, Field>> = findNodeType(after.type)?.fields ?? {};
  const config = parts.filter(({ path }) => path[0] === 'config');
  const told = config.map((part) => partLine(part, fields[part.path[1] ?? ''], telling));
  lines.push(...(was === is ? told : told.filter((line) => !isSaidBy(line, was, is, telling.locale))));
  const own = parts.filter(({ path }) => path[0] !== 'config' && path[0] !== 'version');
  return [...lines, ...own.map((part) => partLine(part, NODE_FIELDS[part.path[0] ?? ''], telling))];
}

const isSaidBy = (line: Line, was: string, is: string, locale: Locale): boolean =>
  'before' in line &&
  [
    [was, line.before],
    [is, line.after],
  ].every(([sentence, value]) => value === NONE[locale] || sentence?.includes(value ?? ''));

const NODE_FIELDS: Readonly<Record<string, Field>> = {
  type: { ja: '種類', en: 'Type', say: (value, locale) => findNodeType(textOf(value))?.label[locale] ?? textOf(value) },
  name: { ja: '名前', en: 'Name' },
  note: { ja: 'メモ', en: 'Note' },
  disabled: { ja: '停止', en: 'Switched off' },
};

function partLine({ path, before, after }: Part, field: Field | undefined, { locale, names }: Telling): Line {
  const label = field?.[locale] ?? path.at(-1) ?? '';
  const [was, is] = [before, after].map((value) => valueWords(value, locale, names, field?.say));
  if (!was || !is || was === is) return { text: locale === 'ja' ? `${label}が変わりました` : `${label} has changed` };
  return { label, before: was, after: is };
}

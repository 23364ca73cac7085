import type { Condition } from '@tabiji/shared/conditions/condition.ts';

/** A single test: every condition that is not made of others. */
export type Leaf = Exclude<Condition, { all: Condition[] } | { any: Condition[] } | { not: Condition }>;
export type Word = 'all' | 'any';

export interface LeafRow {
  kind: 'leaf';
  leaf: Leaf;
  not: boolean;
}
/** One level of brackets. */
export interface GroupRow {
  kind: 'group';
  word: Word;
  rows: (LeafRow | KeptRow)[];
  not: boolean;
}
/** A condition written elsewhere that the rows cannot show; it stays as it is. */
export interface KeptRow {
  kind: 'kept';
  condition: Condition;
}
export type Row = LeafRow | GroupRow | KeptRow;

/** A condition as rows with one word between them. */
export interface Sentence {
  word: Word;
  rows: Row[];
}

/** A condition as rows. Nothing is lost: `conditionOf` gives back one that means the same. */
export function sentenceOf(condition: Condition): Sentence {
  if ('all' in condition) return { word: 'all', rows: condition.all.map(rowOf) };
  if ('any' in condition) return { word: 'any', rows: condition.any.map(rowOf) };
  return { word: 'all', rows: [rowOf(condition)] };
}

/** Rows as a condition; no rows are met by everybody. */
export function conditionOf({ word, rows }: Sentence): Condition {
  const parts = rows.map(partOf);
  const [only] = parts;
  // A lone group stays inside brackets, or it would turn into the sentence itself at the next look.
  const canStandAlone = parts.length === 1 && only && !('all' in only) && !('any' in only);
  return canStandAlone ? only : grouped(word, parts);
}

function rowOf(condition: Condition): Row {
  const inner = 'not' in condition ? condition.not : condition;
  const not = inner !== condition;
  if ('not' in inner) return { kind: 'kept', condition };
  if (!('all' in inner) && !('any' in inner))
    return isShown(inner) ? { kind: 'leaf', leaf: inner, not } : { kind: 'kept', condition };
  const word = 'all' in inner ? 'all' : 'any';
  const rows = ('all' in inner ? inner.all : inner.any).map(rowOf);
  return rows.every((row) => row.kind !== 'group') ? { kind: 'group', word, rows, not } : { kind: 'kept', condition };
}

function partOf(row: Row): Condition {
  if (row.kind === 'kept') return row.condition;
  const inner = row.kind === 'leaf' ? row.leaf : grouped(row.word, row.rows.map(partOf));
  return row.not ? { not: inner } : inner;
}

const grouped = (word: Word, parts: Condition[]): Condition => (word === 'all' ? { all: parts } : { any: parts });

const isShown = (leaf: Leaf): boolean =>
  !('message' in leaf && leaf.node !== undefined) &&
  !('cpm' in leaf && leaf.cpm === 'active' && leaf.op !== 'eq' && leaf.op !== 'ne');

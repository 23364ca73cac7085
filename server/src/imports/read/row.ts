import type { Words } from '@tabiji/shared/locale.ts';

/** One row of a file: one line, or several where a quoted cell contains line breaks. */
export interface Row {
  /** Line of the file on which the row begins; the first is 1. */
  line: number;
  /** The row as it stands in the file, for reports; what is very long is cut. */
  raw: string;
  /** Its cells without surrounding blanks; empty for a broken row. */
  cells: readonly string[];
  /** Why the row cannot be read; the rows after it still can. */
  broken: Words | null;
}

export const LIMITS = {
  /** From so much of a file's beginning everything is detected. */
  headBytes: 256 * 1024,
  rowCharacters: 1024 * 1024,
  columns: 500,
  /** So much of a row is kept for reports. */
  rawCharacters: 10_000,
  /** Rows whose quote is never closed; each costs a second look at up to one row's length. */
  openQuotes: 20,
} as const;

/** A row as it may be kept and shown. */
export const cut = (raw: string): string =>
  raw.length > LIMITS.rawCharacters ? `${raw.slice(0, LIMITS.rawCharacters)}…` : raw;

export const brokenRow = (line: number, raw: string, broken: Words): Row => ({
  line,
  raw: cut(raw),
  cells: [],
  broken,
});

/** Why a row cannot be read at all. */
export const BROKEN = {
  long: {
    ja: '1行が1MBを超えています。行の区切り(改行)を確認してください。',
    en: 'The row is longer than 1 MB. Check that rows are separated by line breaks.',
  },
  columns: {
    ja: '列が500を超えています。区切り文字を確認してください。',
    en: 'The row has more than 500 columns. Check the delimiter.',
  },
  openQuote: {
    ja: '引用符 " が閉じられていません。閉じるか、文字としての " は "" と書いてください。',
    en: 'A quote " is opened and never closed. Close it, or write a quote inside a cell as "".',
  },
  quote: {
    ja: '閉じた引用符 " のあとに文字があります。セル全体を "…" で囲み、中の " は "" と書いてください。',
    en: 'Text follows a closed quote ". Put the whole cell between quotes and write a quote inside it as "".',
  },
  characters: {
    ja: '読み取れない文字があります。文字コード(UTF-8かShift_JIS)を確認してください。',
    en: 'The row contains characters that cannot be read. Check the encoding (UTF-8 or Shift_JIS).',
  },
} as const satisfies Record<string, Words>;

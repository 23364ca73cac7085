import type { Locale } from '../../locale.ts';
import type { Change, ChangeKind, Line } from './words.ts';

/** The sign that stands before a row. */
export const SIGNS: Readonly<Record<ChangeKind, string>> = {
  added: '+',
  removed: '−',
  changed: '~',
  moved: '↕',
  settings: '~',
};

const lineText = (line: Line, locale: Locale): string => {
  if ('text' in line) return line.text;
  const change = `${line.before} → ${line.after}`;
  return line.label === null ? change : `${line.label}${locale === 'ja' ? '：' : ': '}${change}`;
};

/** A row as one line of plain text, for the command line and the list of versions. */
export function changeText({ kind, title, summary, lines }: Change, locale: Locale): string {
  const ja = locale === 'ja';
  const what =
    summary === undefined || kind === 'moved' ? title : ja ? `${title}「${summary}」` : `${title} “${summary}”`;
  const told = lines.map((line) => lineText(line, locale)).join(ja ? '、' : '; ');
  return [`${SIGNS[kind]} ${what}`, told].filter(Boolean).join('  ');
}

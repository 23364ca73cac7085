import type { Locale } from '@tabiji/shared/locale.ts';
import type { RefusedRow } from './refusals.sql.ts';

/** A cell that no spreadsheet takes for a formula. */
export const csvCell = (text: string): string =>
  `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** With the mark by which spreadsheets know UTF-8. */
export const REFUSALS_HEAD: Readonly<Record<Locale, string>> = {
  ja: '\uFEFF"行","理由","内容"\r\n',
  en: '\uFEFF"line","reason","row"\r\n',
};

export const refusalLine = ({ line, reason, row }: RefusedRow, locale: Locale): string =>
  `${line},${csvCell(reason[locale])},${csvCell(row)}\r\n`;

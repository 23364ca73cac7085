import type { ImportKind, ImportOptions, ImportPreview } from '@tabiji/shared/api/imports.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import { FIELDS } from './fields.ts';
import { missingFields } from './map-columns.ts';
import { openFacts } from './open-facts.ts';
import { LIMITS } from './read/row.ts';

const SAMPLES = 5;
const PROBLEMS = 5;

/**
 * What would be read from a file that begins with `head`, with what would keep rows out.
 * @throws AppError `invalid` when it is no table, or when `options.columns` names what does not exist
 */
export async function previewImport(
  head: Uint8Array,
  kind: ImportKind,
  options: ImportOptions,
  { zone, locale }: { zone: string; locale: Locale },
): Promise<ImportPreview> {
  const file = await openFacts(pieces(head), kind, options, zone);
  const { detected, mapping, decimals } = file;
  const missing = missingFields(kind, detected, mapping, options).map((words) => words[locale]);
  const whole = head.length < LIMITS.headBytes;
  return {
    delimiter: detected.delimiter,
    encoding: detected.encoding,
    header: detected.header,
    columns: detected.names.map((name, index) => ({
      name,
      field: mapping[index] ?? null,
      samples: detected.samples.slice(0, SAMPLES).map(({ cells }) => cells[index] ?? ''),
    })),
    fields: FIELDS[kind].map(({ field, required }) => ({ field, required })),
    decimals,
    problems: missing.length > 0 ? missing : await refusals(file.parsed, locale, whole),
  };
}

async function* pieces(head: Uint8Array): AsyncGenerator<Uint8Array> {
  yield head;
}

type Rows = Awaited<ReturnType<typeof openFacts>>['parsed'];

/** The first rows that would be refused. The last row of a file's beginning may be cut and says nothing. */
async function refusals(rows: Rows, locale: Locale, whole: boolean): Promise<string[]> {
  const found: string[] = [];
  let last: string | null = null;
  for await (const { line, reason } of rows) {
    if (last !== null) found.push(last);
    last = reason && (locale === 'ja' ? `${line}行目: ${reason.ja}` : `Line ${line}: ${reason.en}`);
    if (found.length >= PROBLEMS) return found;
  }
  return last !== null && whole ? [...found, last] : found;
}

import type { Delimiter, Encoding } from '@tabiji/shared/api/imports.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { delimiterCharacter, toRows } from './cells.ts';
import { guessDelimiter } from './delimiter.ts';
import { createDecoder, detectEncoding } from './encoding.ts';
import { guessHeader } from './header.ts';
import { type Line, LineSplitter, lineBreakOf } from './lines.ts';
import { RecordAssembler } from './records.ts';
import type { Row } from './row.ts';

/** What may be said about a file beforehand; the rest is detected. */
export interface ReadOptions {
  delimiter?: Delimiter;
  encoding?: Encoding;
  header?: boolean;
  /** What is known of the columns; how many there are helps to find the delimiter. */
  columns?: readonly (string | null)[];
  /** Knows names of columns, which helps to tell a header from a first row of values. */
  isName?: (cell: string) => boolean;
}

export interface Detected {
  delimiter: Delimiter;
  encoding: Encoding;
  header: boolean;
  lineBreak: '\n' | '\r';
  /** Names of the columns from the header, else `1`, `2`, … */
  names: string[];
  /** The first rows without the header. */
  samples: Row[];
}

/**
 * How to read a file that begins with `head`.
 * @param whole whether `head` is the whole file; if not, its last line may be cut and is not looked at
 * @throws AppError `invalid` when there is nothing to read
 */
export function detect(head: Uint8Array, whole: boolean, options: ReadOptions): Detected {
  if (head.length === 0) throw new AppError('invalid', 'The file is empty.');
  const encoding = options.encoding ?? detectEncoding(head);
  const text = createDecoder(encoding).write(head);
  const lineBreak = lineBreakOf(text);
  const splitter = new LineSplitter(lineBreak);
  const lines = splitter.push(text);
  if (whole || lines.length === 0) lines.push(...splitter.end());
  const delimiter = options.delimiter ?? guessDelimiter(lines, options.columns?.length);
  const rows = readHead(lines, delimiter);
  const readable = rows.filter(({ broken }) => broken === null);
  const first = readable[0];
  if (!first && whole && rows.length === 0) throw new AppError('invalid', 'The file contains no rows.');
  const isName = options.isName ?? (() => false);
  const header =
    options.header ??
    guessHeader(
      readable.map(({ cells }) => cells),
      isName,
    );
  const names = header ? [...(first?.cells ?? [])] : (first?.cells ?? []).map((_, index) => String(index + 1));
  return { delimiter, encoding, header, lineBreak, names, samples: readable.slice(header ? 1 : 0) };
}

function readHead(lines: readonly Line[], delimiter: Delimiter): Row[] {
  const assembler = new RecordAssembler(delimiterCharacter(delimiter));
  return toRows(
    lines.flatMap((line) => assembler.push(line)),
    delimiter,
  );
}

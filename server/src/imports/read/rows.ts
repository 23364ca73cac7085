import { delimiterCharacter, toRows } from './cells.ts';
import { type Detected, detect, type ReadOptions } from './detect.ts';
import { createDecoder } from './encoding.ts';
import { LineSplitter } from './lines.ts';
import { RecordAssembler } from './records.ts';
import { LIMITS, type Row } from './row.ts';

export interface OpenRows {
  detected: Detected;
  /** The rows without the header, in order, broken ones among them. Can be walked through once. */
  rows: AsyncIterable<Row>;
  /** How many bytes have been read so far. */
  bytesRead: () => number;
  /** Closes the stream where the rows are not walked through. */
  close: () => Promise<void>;
}

/**
 * Reads a table from a stream of bytes, never holding more than a few pieces of it: what is not asked for is not read.
 * @throws AppError `invalid` when the file cannot be read at all (empty, no text, hundreds of quotes left open)
 */
export async function openRows(stream: AsyncIterable<Uint8Array>, options: ReadOptions): Promise<OpenRows> {
  const pieces = stream[Symbol.asyncIterator]();
  const { head, whole } = await readHead(pieces);
  const close = async () => void (await pieces.return?.());
  const fits = head.length <= LIMITS.headBytes;
  const detected = await closing(close, () => detect(head.subarray(0, LIMITS.headBytes), whole && fits, options));
  let bytes = 0;
  async function* all(): AsyncGenerator<Uint8Array> {
    bytes += head.length;
    yield head;
    try {
      for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
        bytes += next.value.length;
        yield next.value;
      }
    } finally {
      await close();
    }
  }
  return { detected, rows: withoutHeader(readRows(all(), detected), detected.header), bytesRead: () => bytes, close };
}

/** Does `work`, and lets the stream go when that fails. */
async function closing<T>(close: () => Promise<void>, work: () => T): Promise<T> {
  try {
    return work();
  } catch (error) {
    await close();
    throw error;
  }
}

async function readHead(pieces: AsyncIterator<Uint8Array>): Promise<{ head: Uint8Array; whole: boolean }> {
  const parts: Uint8Array[] = [];
  let size = 0;
  while (size < LIMITS.headBytes) {
    const next = await pieces.next();
    if (next.done) return { head: Buffer.concat(parts), whole: true };
    parts.push(next.value);
    size += next.value.length;
  }
  return { head: Buffer.concat(parts), whole: false };
}

async function* readRows(pieces: AsyncIterable<Uint8Array>, how: Detected): AsyncGenerator<Row> {
  const decoder = createDecoder(how.encoding);
  const splitter = new LineSplitter(how.lineBreak);
  const assembler = new RecordAssembler(delimiterCharacter(how.delimiter));
  for await (const piece of pieces) {
    const lines = splitter.push(decoder.write(piece));
    yield* toRows(
      lines.flatMap((line) => assembler.push(line)),
      how.delimiter,
    );
  }
  const last = [...splitter.push(decoder.end()), ...splitter.end()].flatMap((line) => assembler.push(line));
  yield* toRows([...last, ...assembler.end()], how.delimiter);
}

/** The header is the first row that can be read, as detection saw it. */
async function* withoutHeader(rows: AsyncIterable<Row>, header: boolean): AsyncGenerator<Row> {
  let skipped = !header;
  for await (const row of rows) {
    if (!skipped && row.broken === null) skipped = true;
    else yield row;
  }
}

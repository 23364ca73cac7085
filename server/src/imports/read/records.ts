import { AppError } from '@tabiji/shared/errors.ts';
import type { Line } from './lines.ts';
import { followQuotes } from './quotes.ts';
import { BROKEN, brokenRow, LIMITS, type Row } from './row.ts';

/** The text of one row, its cells not yet apart; or a row that cannot be read. */
export type Record = { line: number; text: string } | Row;

/**
 * Joins lines into rows where a quoted cell contains line breaks. When a quote is never closed only the row that opens
 * it is lost: the lines behind it are looked at again as rows of their own.
 */
export class RecordAssembler {
  #held: Line[] = [];
  #heldCharacters = 0;
  #openQuotes = 0;
  readonly #delimiter: string | null;

  /** @param delimiter null: cells are separated by runs of white space and quotes mean nothing */
  constructor(delimiter: string | null) {
    this.#delimiter = delimiter;
  }

  push(line: Line): Record[] {
    return this.#drain([line]);
  }

  end(): Record[] {
    const records: Record[] = [];
    while (this.#held.length > 0) {
      const lines = this.#giveUp(records);
      records.push(...this.#drain(lines));
    }
    return records;
  }

  #drain(lines: Line[]): Record[] {
    const records: Record[] = [];
    const waiting = lines.toReversed();
    for (let line = waiting.pop(); line; line = waiting.pop()) {
      const again = this.#take(line, records);
      for (const next of again.toReversed()) waiting.push(next);
    }
    return records;
  }

  /** @returns lines to be looked at again */
  #take(line: Line, records: Record[]): Line[] {
    const holding = this.#held.length > 0;
    if (line.long) {
      if (holding) return [...this.#giveUp(records), line];
      records.push(brokenRow(line.number, line.text, BROKEN.long));
      return [];
    }
    if (!holding && (this.#delimiter === null || !line.text.includes('"'))) {
      if (!isEmpty(line.text)) records.push({ line: line.number, text: line.text });
      return [];
    }
    const quotes = followQuotes(line.text, this.#delimiter ?? ' ', holding);
    if (quotes === 'broken') {
      if (holding) return [...this.#giveUp(records), line];
      records.push(brokenRow(line.number, line.text, BROKEN.quote));
      return [];
    }
    this.#held.push(line);
    this.#heldCharacters += line.text.length + 1;
    if (quotes === 'closed') {
      const first = this.#held[0] ?? line;
      records.push({ line: first.number, text: this.#held.map(({ text }) => text).join('\n') });
      this.#release();
      return [];
    }
    return this.#heldCharacters > LIMITS.rowCharacters ? this.#giveUp(records) : [];
  }

  #giveUp(records: Record[]): Line[] {
    const [first, ...rest] = this.#release();
    if (first) records.push(brokenRow(first.number, first.text, BROKEN.openQuote));
    if (++this.#openQuotes > LIMITS.openQuotes) {
      const where = `More than ${LIMITS.openQuotes} rows open a quote " that is never closed, the last on line ${first?.number}.`;
      throw new AppError('invalid', `${where} Check the delimiter and the quotes of this file.`);
    }
    return rest;
  }

  #release(): Line[] {
    const held = this.#held;
    this.#held = [];
    this.#heldCharacters = 0;
    return held;
  }
}

/** Blank lines, and the end-of-file mark of old systems, are no rows. */
// oxlint-disable-next-line no-control-regex
const isEmpty = (text: string) => /^[\s\u001A]*$/.test(text);

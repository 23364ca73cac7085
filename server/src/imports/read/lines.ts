import { LIMITS } from './row.ts';

/** One line of a file without its line break. */
export interface Line {
  number: number;
  text: string;
  /** Longer than a row may be; `text` holds its beginning only. */
  long: boolean;
}

/** Cuts text that comes in pieces into lines, holding never more than one row's length. */
export class LineSplitter {
  #rest = '';
  #number = 0;
  #long = false;
  readonly #lineBreak: '\n' | '\r';

  constructor(lineBreak: '\n' | '\r') {
    this.#lineBreak = lineBreak;
  }

  push(piece: string): Line[] {
    const lines: Line[] = [];
    let from = 0;
    for (let at = piece.indexOf(this.#lineBreak); at >= 0; at = piece.indexOf(this.#lineBreak, from)) {
      lines.push(this.#line(piece.slice(from, at)));
      from = at + 1;
    }
    this.#hold(piece.slice(from));
    return lines;
  }

  end(): Line[] {
    return this.#rest === '' && !this.#long ? [] : [this.#line('')];
  }

  #line(text: string): Line {
    this.#hold(text);
    const whole = this.#rest.endsWith('\r') ? this.#rest.slice(0, -1) : this.#rest;
    const line = { number: ++this.#number, text: whole, long: this.#long };
    this.#rest = '';
    this.#long = false;
    return line;
  }

  #hold(text: string): void {
    if (this.#long) return;
    this.#rest += text;
    if (this.#rest.length > LIMITS.rowCharacters) {
      this.#long = true;
      this.#rest = this.#rest.slice(0, LIMITS.rawCharacters + 1);
    }
  }
}

/** Old Macintosh programs end lines with CR alone. */
export const lineBreakOf = (head: string): '\n' | '\r' => (!head.includes('\n') && head.includes('\r') ? '\r' : '\n');

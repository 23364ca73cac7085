/** Cleaning a mail would change these: line breaks of another kind, NUL, halves of a character (or whole ones outside the plane). */
// oxlint-disable-next-line no-control-regex
const SUSPECT = /[\0\r\ud800-\udfff]/;
// oxlint-disable-next-line no-control-regex
const CHANGED = /[\0\r]/;

/** Whether a piece has to be cleaned together with its neighbours, since a half of something may end on its edge. */
export const isOdd = (text: string): boolean => SUSPECT.test(text) && (CHANGED.test(text) || !text.isWellFormed());

/** A part of a template that is the same in every mail: encoded once, its bytes are shared. */
export class Literal {
  readonly text: string;
  readonly odd: boolean;
  private encoded: Buffer | undefined;

  constructor(text: string) {
    this.text = text;
    this.odd = isOdd(text);
  }

  /** Never to be written to. */
  get bytes(): Buffer {
    return (this.encoded ??= Buffer.from(this.text));
  }
}

/** Where a template's closures write to. */
export class Sink {
  readonly pieces: (Literal | string)[] = [];

  literal(literal: Literal): void {
    this.pieces.push(literal);
  }

  value(text: string): void {
    if (text !== '') this.pieces.push(text);
  }

  /** Some piece must not stand as it is. Asked once at the end: captured text may be larger than anything that is sent. */
  get odd(): boolean {
    return this.pieces.some((piece) => (typeof piece === 'string' ? isOdd(piece) : piece.odd));
  }

  /** Everything that was written, uncleaned. */
  get text(): string {
    let text = '';
    for (const piece of this.pieces) text += typeof piece === 'string' ? piece : piece.text;
    return text;
  }
}

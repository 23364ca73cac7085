import { isOdd, type Literal } from './closures/sink.ts';

/**
 * What a mail says, for whoever carries text and for whoever carries bytes. Written in pieces, of which most are the
 * same in every mail of a template and therefore encoded already.
 */
export class Body {
  private readonly pieces: readonly (Literal | string)[];

  constructor(pieces: readonly (Literal | string)[]) {
    this.pieces = pieces;
  }

  get text(): string {
    let text = '';
    for (const piece of this.pieces) text += typeof piece === 'string' ? piece : piece.text;
    return text;
  }

  /** UTF-8, one after the other; most are shared with other mails and never to be written to. */
  get buffers(): Buffer[] {
    return this.pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece.bytes));
  }
}

/** NUL cannot be stored or sent; half a character (cut by `slice`) becomes U+FFFD; one kind of line break. */
export const clean = (text: string): string =>
  isOdd(text) ? text.replaceAll('\0', '').replace(/\r\n?/g, '\n').toWellFormed() : text;

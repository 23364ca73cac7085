/** Text that cannot stand as it is although it is ASCII: it reads like an encoded word, or has no place to be folded. */
export const needsEncoding = (text: string): boolean => text.includes('=?') || /\S{200}/.test(text);

/** Bytes of UTF-8 in one encoded word; with its frame it stays below the 75 characters of RFC 2047. */
const PIECE = 42;

/** Text of one line as encoded words (RFC 2047), one on each line. */
export function encodedWords(text: string): string {
  const words: string[] = [];
  let piece = '';
  for (const character of text) {
    if (Buffer.byteLength(piece + character) > PIECE) {
      words.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...words, piece].map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ');
}

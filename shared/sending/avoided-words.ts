import { z } from 'zod';

/** A word that the shop does not write, and what it says instead. */
export const AvoidedWord = z.strictObject({
  word: z.string().trim().min(1).max(60),
  instead: z.string().trim().max(120).optional(),
});
export type AvoidedWord = z.infer<typeof AvoidedWord>;

/** One line per word: `若返る → うるおう`, or the word alone. Lines that cannot be read are left out. */
export function readAvoidedWords(text: string): AvoidedWord[] {
  const read = text.split('\n').flatMap((line) => {
    const [word = '', instead = ''] = line.split(/→|->|⇒/).map((part) => part.trim());
    const one = AvoidedWord.safeParse({ word, ...(instead && { instead }) });
    return one.success ? [one.data] : [];
  });
  return [...new Map(read.map((one) => [one.word, one])).values()];
}

export const writeAvoidedWords = (words: readonly AvoidedWord[]): string =>
  words.map(({ word, instead }) => (instead ? `${word} → ${instead}` : word)).join('\n');

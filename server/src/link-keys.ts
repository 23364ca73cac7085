/** The key that links are signed with from now on, and its number, from 1. @throws Error where there is none */
export function signingKey(keys: readonly string[]): { number: number; secret: string } {
  const secret = keys.at(-1);
  if (!secret) throw new Error('There is no key to sign links with.');
  return { number: keys.length, secret };
}

/**
 * The key with a number that stands in a link. Keys never end: who stops by the link of an old mail is not to be turned
 * away. Undefined where there is none; an empty one would let anybody sign.
 */
export const believedKey = (keys: readonly string[], number: number): string | undefined =>
  keys[number - 1] || undefined;

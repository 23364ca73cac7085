/** Before a date, or after it. */
export type Direction = 'before' | 'after';

export const directionOf = (duration: string): Direction => (duration.startsWith('-') ? 'before' : 'after');

/** A duration without its sign. */
export const lengthOf = (duration: string): string => duration.replace(/^[+-]/, '');

/** A length with the sign of its direction. */
export const directed = (length: string, direction: Direction): string =>
  direction === 'before' ? `-${lengthOf(length)}` : lengthOf(length);

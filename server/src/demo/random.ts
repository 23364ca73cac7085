/** Chance that repeats itself: the same seed and stream give the same numbers on every machine. */
export class Random {
  #state: number;

  /** @param stream numbers of different streams have nothing to do with each other */
  constructor(seed: number, stream: number) {
    this.#state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b)) >>> 0;
    for (let i = 0; i < 4; i++) this.next();
  }

  /** From 0, not including 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number, both ends included. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)]!;
  }

  weighted<T>(list: readonly T[], weightOf: (one: T, position: number) => number): T {
    let rest = this.next() * list.reduce((sum, one, i) => sum + weightOf(one, i), 0);
    return list.find((one, i) => (rest -= weightOf(one, i)) < 0) ?? list.at(-1)!;
  }

  /** Around 0, two thirds between −1 and 1. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  /** Never negative, half of them above the median, with a long tail. */
  lognormal(median: number, spread: number): number {
    return median * Math.exp(spread * this.normal());
  }
}

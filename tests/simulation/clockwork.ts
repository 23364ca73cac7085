import type { Millis } from '@tabiji/shared/time.ts';

/** Something that will happen; answers whether a promise was settled, so that the code behind it must run first. */
type Happening = () => boolean;

interface Planned {
  at: Millis;
  order: number;
  happen: Happening;
}

/**
 * Virtual time. Everything outside the code under test happens here, one thing after the other; between two things all
 * code runs that can. When nothing else is left for an instant, time jumps to the next one.
 */
export class Clockwork {
  now: Millis;
  /** Things that have happened. */
  steps = 0;
  readonly #planned: Planned[] = [];
  #order = 0;

  constructor(now: Millis) {
    this.now = now;
  }

  /** Plans something for so many milliseconds from now; at one instant things happen in the order they were planned. */
  after(milliseconds: number, happen: Happening): void {
    const planned = this.#planned;
    const one = { at: this.now + Math.max(0, Math.round(milliseconds)), order: this.#order++, happen };
    let i = planned.length;
    planned.push(one);
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (isBefore(planned[parent]!, one)) break;
      planned[i] = planned[parent]!;
      i = parent;
    }
    planned[i] = one;
  }

  /** Resolves after so many milliseconds. */
  sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      this.after(milliseconds, () => {
        resolve();
        return true;
      });
    });
  }

  /** Lets time run until an instant, or until nothing is planned any more. */
  run(until: Millis): Promise<void> {
    return new Promise((resolve, reject) => {
      const goOn = () => {
        try {
          for (;;) {
            const next = this.#planned[0];
            if (next === undefined || next.at > until) return resolve();
            this.#takeFirst();
            this.now = next.at;
            this.steps++;
            if (next.happen()) return void setImmediate(goOn);
          }
        } catch (error) {
          reject(error as Error);
        }
      };
      setImmediate(goOn);
    });
  }

  #takeFirst(): void {
    const planned = this.#planned;
    const last = planned.pop()!;
    if (planned.length === 0) return;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= planned.length) break;
      if (child + 1 < planned.length && isBefore(planned[child + 1]!, planned[child]!)) child++;
      if (isBefore(last, planned[child]!)) break;
      planned[i] = planned[child]!;
      i = child;
    }
    planned[i] = last;
  }
}

const isBefore = (a: Planned, b: Planned): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

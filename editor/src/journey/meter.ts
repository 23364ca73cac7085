/** What a test or benchmark counts while the journey is edited. */
export interface Meter {
  cards: number;
  ways: number;
  /** How long each run took, in milliseconds. */
  layout: number[];
  checks: number[];
}

declare global {
  /** Set by tests before the page runs; absent for people. */
  // oxlint-disable-next-line no-var
  var tabijiMeter: Meter | undefined;
}

/** Counts one drawing of a card or a line. */
export function countRender(what: 'cards' | 'ways'): void {
  const meter = globalThis.tabijiMeter;
  if (meter) meter[what]++;
}

/** Does the work; where somebody measures, also says how long it took. */
export function timed<T>(what: 'layout' | 'checks', work: () => T): T {
  const meter = globalThis.tabijiMeter;
  if (!meter) return work();
  const began = performance.now();
  const done = work();
  meter[what].push(performance.now() - began);
  return done;
}

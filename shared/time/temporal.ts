import type { Temporal as Polyfill } from 'temporal-polyfill';

const native = (globalThis as { Temporal?: typeof Polyfill }).Temporal;

/** Calendar and time zones: the runtime's own where it has them, else fetched (18 KB that most browsers are spared). */
export const Temporal: typeof Polyfill = native ?? (await import('temporal-polyfill')).Temporal;

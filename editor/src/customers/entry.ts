import type { TimelineEntry } from '@tabiji/shared/api/customers.ts';

/** A timeline entry of one kind. */
export type Entry<Kind extends TimelineEntry['kind']> = Extract<TimelineEntry, { kind: Kind }>;

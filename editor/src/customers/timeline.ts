import type { TimelineEntry } from '@tabiji/shared/api/customers.ts';

export const TIMELINE_FILTERS = ['all', 'orders', 'messages', 'journeys', 'events', 'segments'] as const;
export type TimelineFilter = (typeof TIMELINE_FILTERS)[number];

const FILTER_OF: Readonly<Record<TimelineEntry['kind'], TimelineFilter>> = {
  order: 'orders',
  shipment: 'orders',
  message: 'messages',
  entered: 'journeys',
  pass: 'journeys',
  exit: 'journeys',
  planned: 'journeys',
  event: 'events',
  segment: 'segments',
};

export interface Day {
  /** Heading of the day, as formatted. */
  day: string;
  entries: TimelineEntry[];
}

/** Entries of a kind: what is planned, soonest first, and what happened, newest first, by day. */
export function arrange(entries: readonly TimelineEntry[], filter: TimelineFilter, dayOf: (at: string) => string) {
  const shown = entries.filter(({ kind }) => filter === 'all' || FILTER_OF[kind] === filter);
  const planned = shown.filter(({ kind }) => kind === 'planned').toSorted((a, b) => a.at.localeCompare(b.at));
  const days: Day[] = [];
  for (const entry of shown) {
    if (entry.kind === 'planned') continue;
    const day = dayOf(entry.at);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return { planned, days };
}

import type { JourneyStats, StatsQuery } from '@tabiji/shared/api/journey-stats.ts';
import { difference } from './difference.ts';
import type { LiveMessage } from './feeds.ts';

export interface Feed {
  follow(query: StatsQuery, tell: (message: LiveMessage) => void): () => void;
  end(): void;
}

interface Options {
  /** Between two readings, at least. */
  everyMs: number;
  read: (queries: readonly StatsQuery[]) => Promise<JourneyStats[]>;
  /** The last listener has gone. */
  onIdle: () => void;
  onTrouble: (error: unknown) => void;
}

/** Those who ask for the same figures. */
interface Group {
  query: StatsQuery;
  last: JourneyStats | undefined;
  listeners: Set<(message: LiveMessage) => void>;
}

const BEAT_MS = 15_000;
/** Reading takes at most this part of the time, however slow the database is. */
const SHARE = 1 / 5;
const MOST_FAILURES = 5;

/** Reads one journey's figures for everybody who listens, and tells each what has changed for them. */
export function openFeed({ everyMs, read, onIdle, onTrouble }: Options): Feed {
  const groups = new Map<string, Group>();
  let timer: NodeJS.Timeout | undefined;
  let isReading = false;
  let failures = 0;
  let beatAt = performance.now();

  const everybody = (message: LiveMessage) => {
    for (const { listeners } of groups.values()) for (const tell of listeners) tell(message);
  };
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
    groups.clear();
    onIdle();
  };
  const end = () => {
    everybody({ event: 'end' });
    stop();
  };
  const turn = async () => {
    const started = performance.now();
    const asked = [...groups.values()];
    isReading = true;
    try {
      const figures = await read(asked.map(({ query }) => query));
      asked.forEach((group, i) => tellGroup(group, figures[i]!));
      failures = 0;
    } catch (error) {
      onTrouble(error);
      if (++failures >= MOST_FAILURES) return end();
    } finally {
      isReading = false;
    }
    const now = performance.now();
    if (now - beatAt >= BEAT_MS) {
      everybody({ event: 'beat' });
      beatAt = now;
    }
    const isNew = [...groups.values()].some(({ last }) => last === undefined);
    const took = now - started;
    again(isNew && failures === 0 ? 0 : Math.max(everyMs * (1 + failures) - took, took / SHARE - took));
  };
  const again = (ms: number) => {
    clearTimeout(timer);
    timer = groups.size === 0 ? undefined : setTimeout(() => void turn(), ms);
  };
  return {
    follow(query, tell) {
      const key = JSON.stringify([query.period, query.from, query.to, query.version]);
      const group = groups.get(key) ?? { query, last: undefined, listeners: new Set() };
      groups.set(key, group);
      group.listeners.add(tell);
      if (group.last) tell({ event: 'snapshot', data: group.last });
      else if (!isReading) again(0);
      return () => {
        group.listeners.delete(tell);
        if (group.listeners.size === 0) groups.delete(key);
        if (groups.size === 0) stop();
      };
    },
    end,
  };
}

function tellGroup(group: Group, figures: JourneyStats): void {
  const delta = group.last && difference(group.last, figures);
  if (group.last === undefined) for (const tell of group.listeners) tell({ event: 'snapshot', data: figures });
  else if (delta) for (const tell of group.listeners) tell({ event: 'delta', data: delta });
  group.last = figures;
}

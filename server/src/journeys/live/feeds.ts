import type { JourneyStats, StatsDelta, StatsQuery } from '@tabiji/shared/api/journey-stats.ts';
import { inWorkspace } from '../../db/in-workspace.ts';
import type { Services } from '../../services.ts';
import { statsFor } from '../stats.sql.ts';
import { openFeed, type Feed } from './feed.ts';
import { filterOf } from './filter.ts';

/** What a listener is told. `beat`: nothing new, the connection stands. `end`: no more comes, ask again later. */
export type LiveMessage =
  | { event: 'snapshot'; data: JourneyStats }
  | { event: 'delta'; data: StatsDelta }
  | { event: 'beat' }
  | { event: 'end' };

export interface LiveFeeds {
  /** Begins with a snapshot; answers with how to stop. */
  follow(
    where: { workspaceId: number; journeyId: number },
    query: StatsQuery,
    tell: (message: LiveMessage) => void,
  ): () => void;
  /** Lets everybody go. */
  end(): void;
}

/** Figures of one journey for several queries at once. */
export type ReadStats = (
  workspaceId: number,
  journeyId: number,
  queries: readonly StatsQuery[],
) => Promise<JourneyStats[]>;

export const readStats =
  (db: Services['db']): ReadStats =>
  (workspaceId, journeyId, queries) =>
    inWorkspace(db, workspaceId, (trx, here) =>
      statsFor(
        trx,
        here,
        journeyId,
        queries.map((query) => filterOf(query, here)),
      ),
    );

/**
 * The figures that are looked at in this process: one statement per journey and second however many look, and none while
 * nobody does. Other processes have feeds of their own over the same rows.
 */
export function openLiveFeeds(
  { db, log }: Pick<Services, 'db' | 'log'>,
  { read = readStats(db), everyMs = 1000 }: { read?: ReadStats; everyMs?: number } = {},
): LiveFeeds {
  const feeds = new Map<string, Feed>();
  return {
    follow({ workspaceId, journeyId }, query, tell) {
      const key = `${workspaceId}.${journeyId}`;
      const known = feeds.get(key);
      if (known) return known.follow(query, tell);
      const opened = openFeed({
        everyMs,
        read: (queries) => read(workspaceId, journeyId, queries),
        onIdle: () => void (feeds.get(key) === opened && feeds.delete(key)),
        onTrouble: (err) =>
          log.warn({ err, journeyId }, 'the figures of a journey could not be read; they are tried again'),
      });
      feeds.set(key, opened);
      return opened.follow(query, tell);
    },
    end() {
      for (const feed of feeds.values()) feed.end();
    },
  };
}

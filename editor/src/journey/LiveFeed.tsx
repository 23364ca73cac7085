import { JourneyStats, StatsDelta } from '@tabiji/shared/api/journey-stats.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { openLiveLink, thisPage } from './results/live-link.ts';
import { useLive, useSession } from './session/use-session.ts';

/** Brings the running journey's figures in, by one stream while the page is seen, and what is wrong with it every minute. */
export function LiveFeed() {
  const { id, live } = useSession();
  const query = useLive((state) => state.query);
  const { data: hasRun = false } = useQuery({ ...queries.journey(id), select: ({ version }) => version !== null });
  const { data: health } = useQuery({ ...queries.journeyHealth(id), enabled: hasRun });
  useEffect(() => {
    if (health) live.heed(health);
  }, [health, live]);
  useEffect(() => {
    if (!hasRun) return undefined;
    const giveUp = new AbortController();
    const close = openLiveLink({
      open: () => new EventSource(api.journeys.liveAddress(id, query)),
      page: thisPage,
      tell: (kind, data) =>
        kind === 'snapshot' ? live.receive(JourneyStats.parse(data)) : live.apply(StatsDelta.parse(data)),
      poll: () =>
        void api.journeys.stats(id, query, giveUp.signal).then(
          (stats) => live.receive(stats),
          () => undefined, // asked again soon
        ),
    });
    return () => {
      giveUp.abort();
      close();
    };
  }, [hasRun, id, live, query]);
  return null;
}

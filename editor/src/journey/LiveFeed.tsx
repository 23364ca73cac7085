import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { queries } from '../api/queries.ts';
import { useSession } from './session/use-session.ts';

/** Brings the running journey's figures in: every 5 s, every 2 s while the workspace travels. */
export function LiveFeed() {
  const { id, live } = useSession();
  const { data: isLive } = useQuery({ ...queries.journey(id), select: ({ version }) => version !== null });
  const { data: travelling } = useQuery({ ...queries.workspace, select: (workspace) => workspace.travelling });
  const { data } = useQuery({
    ...queries.journeyStats(id),
    enabled: isLive === true,
    refetchInterval: travelling ? 2000 : 5000,
  });
  useEffect(() => {
    if (data) live.receive(data);
  }, [data, live]);
  return null;
}

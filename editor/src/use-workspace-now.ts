import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { queries } from './api/queries.ts';

/** Workspace time in epoch milliseconds, renewed every half minute and whenever the workspace moves in time. */
export function useWorkspaceNow(): number {
  const { data: offset = 0 } = useQuery({ ...queries.workspace, select: ({ offsetMs }) => offsetMs });
  const [real, setReal] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setReal(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return real + offset;
}

import { localDate } from '@tabiji/shared/time.ts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { queries } from '../api/queries.ts';
import { useWorkspaceNow } from '../use-workspace-now.ts';
import { periodOf, type Period } from './period.ts';

/** Which days and which mails the page is about; its address says both. */
export function useScope() {
  const search = useSearch({ from: '/reports' });
  const navigate = useNavigate({ from: '/reports' });
  const { data: zone = 'Asia/Tokyo' } = useQuery({ ...queries.workspace, select: ({ timeZone }) => timeZone });
  const today = localDate(useWorkspaceNow(), zone);
  const { from, to, ...of } = search;
  const isGiven = from !== undefined && to !== undefined && from <= to;
  const period: Period = isGiven ? { from, to } : periodOf('thisMonth', today);
  return {
    period,
    today,
    journey: of.journey,
    node: of.node,
    view: of.view,
    /** Shows other days, another view. */
    show: (change: Partial<Period> & { view?: 'comparisons' | undefined }) =>
      void navigate({ search: { ...search, ...change }, replace: true }),
  };
}
export type Scope = ReturnType<typeof useScope>;

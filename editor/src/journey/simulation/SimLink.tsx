import { getRouteApi } from '@tanstack/react-router';
import type { CaseSetup } from '@tabiji/shared/api/journey-cases.ts';
import { useEffect } from 'react';
import { useSim, useUi } from '../session/use-session.ts';

const route = getRouteApi('/journeys/$id');

/** Keeps what is tried out in the page's address, so that a link shows a colleague the same. */
export function SimLink() {
  const navigate = route.useNavigate();
  const isTest = useUi(({ mode }) => mode === 'test');
  const setup = useSim((state) => state.setup);
  const forks = useSim(({ ways, shown }) => ways[shown]?.forks);
  const { sim: before } = route.useSearch();
  const sim: CaseSetup | undefined = isTest && setup ? { ...setup, forks: [...(forks ?? [])] } : undefined;
  const isSame = JSON.stringify(sim) === JSON.stringify(before);
  useEffect(() => {
    if (!isSame) void navigate({ search: (search) => ({ ...search, sim }), replace: true });
    // The setup as a whole is one value.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isSame, setup, forks, isTest]);
  return null;
}

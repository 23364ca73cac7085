import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { CaseSetup } from '@tabiji/shared/api/journey-cases.ts';
import { useEffect, useState } from 'react';
import { queries } from '../api/queries.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { Editor } from './Editor.tsx';
import { openDraft, type Opening } from './saving/open-draft.ts';
import { openSession, type Session } from './session/session.ts';
import { SessionProvider } from './session/use-session.ts';

const route = getRouteApi('/journeys/$id');

/** One journey, opened for drawing. */
export function JourneyPage() {
  const { id } = route.useParams();
  return <Opened key={id} id={id} />;
}

/** Fetched anew whenever it is opened: what was fetched before may be older than what was drawn here. */
function Opened({ id }: { id: number }) {
  const query = useQuery({
    queryKey: ['opening', id],
    queryFn: async ({ signal, client }) => {
      const opening = await openDraft(id, signal);
      client.setQueryData(queries.journey(id).queryKey, opening.detail);
      return opening;
    },
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  if (query.data) return <Drawn opening={query.data} />;
  return (
    <Page>
      <Loaded query={query}>{() => null}</Loaded>
    </Page>
  );
}

function Drawn({ opening }: { opening: Opening }) {
  const { pick, node, sim, show } = route.useSearch();
  const [session] = useState(() => {
    const opened = openAt(opening, node, pick, sim);
    if (show === 'results' && opening.detail.version !== null) opened.ui.setMode('results');
    return opened;
  });
  useEffect(() => session.start(), [session]);
  return (
    <SessionProvider value={session}>
      <Editor />
    </SessionProvider>
  );
}

/** A journey just made opens with its start's form; a link to a node with that node's; one to a test in the time machine. */
function openAt(opening: Opening, node?: string, pick?: boolean, sim?: CaseSetup): Session {
  const session = openSession(opening);
  if (sim) {
    session.sim.setUp(sim);
    session.ui.setMode('test');
  }
  const { graph } = session.doc.store.getState();
  const first = node !== undefined && graph.nodes[node] ? node : pick ? graph.start : undefined;
  if (first !== undefined) session.ui.select(first);
  if (pick) {
    session.ui.addFresh(graph.start);
    session.ui.openPanel();
  }
  return session;
}

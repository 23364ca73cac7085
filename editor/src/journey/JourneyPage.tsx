import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { JourneyDetail } from '@tabiji/shared/api/journeys.ts';
import { useEffect, useState } from 'react';
import { queries } from '../api/queries.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { Editor } from './Editor.tsx';
import { openSession, type Session } from './session/session.ts';
import { SessionProvider } from './session/use-session.ts';

const route = getRouteApi('/journeys/$id');

/** One journey, opened for drawing. What is fetched again later changes status and figures, never the drawing. */
export function JourneyPage() {
  const { id } = route.useParams();
  const query = useQuery({ ...queries.journey(id), refetchOnWindowFocus: false });
  if (query.data) return <Opened key={id} detail={query.data} />;
  return (
    <Page>
      <Loaded query={query}>{() => null}</Loaded>
    </Page>
  );
}

function Opened({ detail }: { detail: JourneyDetail }) {
  const { pick, node } = route.useSearch();
  const [session] = useState(() => openAt(detail, node, pick));
  useEffect(() => {
    const stop = session.autosave.watch();
    return () => {
      stop();
      void session.autosave.flush().catch(() => undefined); // on the way to another page nobody is left to tell
    };
  }, [session]);
  return (
    <SessionProvider value={session}>
      <Editor />
    </SessionProvider>
  );
}

/** A journey just made opens with its start's form; a link to a node with that node's. */
function openAt(detail: JourneyDetail, node: string | undefined, pick: boolean | undefined): Session {
  const session = openSession(detail);
  const { graph } = detail;
  const first = node !== undefined && graph.nodes[node] ? node : pick ? graph.start : undefined;
  if (first !== undefined) session.ui.select(first);
  if (pick) {
    session.ui.addFresh(graph.start);
    session.ui.openPanel();
  }
  return session;
}

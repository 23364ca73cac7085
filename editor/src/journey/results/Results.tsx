import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { Suspense } from 'react';
import { useLive } from '../session/use-session.ts';
import { JourneyFigures } from './JourneyFigures.tsx';
import { NodeFigures } from './NodeFigures.tsx';
import { PeopleDrawer } from './PeopleDrawer.tsx';
import { PeopleHere } from './PeopleHere.tsx';
import { PeriodBar } from './PeriodBar.tsx';
import { Troubles } from './Troubles.tsx';

const MailsHere = lazyPart(() => import('./MailsHere.tsx'), 'MailsHere');

/** What has come of the journey, or of one step of it, and who is there now. */
export function Results({ node }: { node: NodeId | null }) {
  const version = useLive(({ query }) => query.version);
  return (
    <>
      <PeriodBar />
      {node === null ? <JourneyFigures /> : <NodeFigures id={node} />}
      <Suspense fallback={null}>
        <MailsHere node={node ?? undefined} />
      </Suspense>
      <Troubles node={node} />
      <PeopleHere node={node ?? undefined} version={version} />
      <PeopleDrawer node={node} version={version} />
    </>
  );
}

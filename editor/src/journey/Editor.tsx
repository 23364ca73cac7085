import { useQuery } from '@tanstack/react-query';
import { lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { useFetchedParts } from '../idle.ts';
import { useChecks } from './use-checks.ts';
import { usePageKeys } from './actions/use-action-keys.ts';
import { JourneyCanvas } from './canvas/JourneyCanvas.tsx';
import { CommentFeed } from './comments/CommentFeed.tsx';
import { Dialogs } from './dialogs/Dialogs.tsx';
import classes from './Editor.module.css';
import { Footer } from './footer/Footer.tsx';
import { LiveFeed } from './LiveFeed.tsx';
import { LiveRegion } from './LiveRegion.tsx';
import { Moving } from './moving/Moving.tsx';
import { Dock } from './modes/Dock.tsx';
import { ReadOnlyNotice } from './modes/ReadOnlyNotice.tsx';
import { AccessBanner } from './saving/AccessBanner.tsx';
import { Saving } from './saving/Saving.tsx';
import { useDoc, useSession } from './session/use-session.ts';
import { SimLink } from './simulation/SimLink.tsx';
import { Toolbar } from './toolbar/Toolbar.tsx';
import { useView } from './use-view.ts';

const OutlineTree = lazyPart(() => import('./outline/OutlineTree.tsx'), 'OutlineTree');

/** The opened journey: toolbar, canvas, panel. */
export function Editor() {
  usePageKeys();
  useSurroundings();
  useChecks();
  useTabTitle();
  useFetchedParts();
  const view = useView();
  return (
    <div className={classes.editor}>
      <Toolbar />
      <AccessBanner />
      <Suspense>{view === 'outline' ? <OutlineTree /> : <JourneyCanvas />}</Suspense>
      <Dock />
      <Footer />
      <Dialogs />
      <ReadOnlyNotice />
      <Saving />
      <SimLink />
      <Moving />
      <LiveFeed />
      <CommentFeed />
      <LiveRegion />
    </div>
  );
}

/** Tells the checks which templates, segments, ranks, topics and senders exist. */
function useSurroundings() {
  const { doc } = useSession();
  const { data } = useQuery(queries.catalogue);
  useEffect(() => {
    if (!data) return;
    const [templates, segments] = [data.templates, data.segments].map((list) => new Set(list.map(({ key }) => key)));
    const ranks = new Set(data.ranks.flatMap(({ key, name }) => [key, name.ja, name.en]));
    const [topics, senders] = [data.topics, data.senders].map((list) => new Set(list.map(({ key }) => key)));
    doc.setSurroundings({ templates, segments, ranks, topics, senders });
  }, [data, doc]);
}

function useTabTitle() {
  const { t } = useTranslation('shell');
  const name = useDoc(({ graph }) => graph.name);
  const product = t('product');
  useEffect(() => {
    document.title = `${name} – ${product}`;
  }, [name, product]);
}

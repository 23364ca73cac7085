import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { useChecks } from './use-checks.ts';
import { usePageKeys } from './actions/use-action-keys.ts';
import { JourneyCanvas } from './canvas/JourneyCanvas.tsx';
import { JsonDialog } from './dialogs/JsonDialog.tsx';
import { KeysDialog } from './dialogs/KeysDialog.tsx';
import classes from './Editor.module.css';
import { Footer } from './footer/Footer.tsx';
import { LiveFeed } from './LiveFeed.tsx';
import { LiveRegion } from './LiveRegion.tsx';
import { Moving } from './moving/Moving.tsx';
import { ParkedDialog } from './parked/ParkedDialog.tsx';
import { Dock } from './modes/Dock.tsx';
import { OutlineTree } from './outline/OutlineTree.tsx';
import { ReadOnlyNotice } from './modes/ReadOnlyNotice.tsx';
import { AccessBanner } from './saving/AccessBanner.tsx';
import { Saving } from './saving/Saving.tsx';
import { useDoc, useSession, useUi } from './session/use-session.ts';
import { SimLink } from './simulation/SimLink.tsx';
import { PublishingDialogs } from './publish/PublishingDialogs.tsx';
import { Toolbar } from './toolbar/Toolbar.tsx';
import { useView } from './use-view.ts';

const CommandPalette = lazy(async () => {
  const { CommandPalette: Palette } = await import('./palette/CommandPalette.tsx');
  return { default: Palette };
});

/** The opened journey: toolbar, canvas, panel. */
export function Editor() {
  usePageKeys();
  useSurroundings();
  useChecks();
  useTabTitle();
  const view = useView();
  const showsPalette = useUi(({ dialog }) => dialog === 'palette');
  return (
    <div className={classes.editor}>
      <Toolbar />
      <AccessBanner />
      {view === 'outline' ? <OutlineTree /> : <JourneyCanvas />}
      <Dock />
      <Footer />
      <PublishingDialogs />
      <ParkedDialog />
      <JsonDialog />
      <KeysDialog />
      <Suspense fallback={null}>{showsPalette && <CommandPalette />}</Suspense>
      <Print />
      <ReadOnlyNotice />
      <Saving />
      <SimLink />
      <Moving />
      <LiveFeed />
      <LiveRegion />
    </div>
  );
}

const PrintSheet = lazy(() => import('./print/PrintSheet.tsx').then((loaded) => ({ default: loaded.PrintSheet })));

function Print() {
  const isAsked = useUi(({ dialog }) => dialog === 'print');
  return isAsked ? (
    <Suspense>
      <PrintSheet />
    </Suspense>
  ) : null;
}

/** Tells the checks which templates, segments, ranks and topics exist. */
function useSurroundings() {
  const { doc } = useSession();
  const { data } = useQuery(queries.catalogue);
  useEffect(() => {
    if (!data) return;
    const [templates, segments] = [data.templates, data.segments].map((list) => new Set(list.map(({ key }) => key)));
    const ranks = new Set(data.ranks.flatMap(({ key, name }) => [key, name.ja, name.en]));
    const topics = new Set(data.topics.map(({ key }) => key));
    doc.setSurroundings({ templates, segments, ranks, topics });
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

import { lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { Suspense } from 'react';
import { Inspector } from '../panel/Inspector.tsx';
import { useUi } from '../session/use-session.ts';
import { ResultsPanel } from './ResultsPanel.tsx';

const TestPanel = lazyPart(() => import('../simulation/TestPanel.tsx'), 'TestPanel');
const PANELS = { design: Inspector, test: TestPanel, results: ResultsPanel };

/** The column at the right: what it shows follows from the mode. */
export function Dock() {
  const Panel = PANELS[useUi(({ mode }) => mode)];
  return (
    <Suspense>
      <Panel />
    </Suspense>
  );
}

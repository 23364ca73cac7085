import { Inspector } from '../panel/Inspector.tsx';
import { useUi } from '../session/use-session.ts';
import { ResultsPanel } from './ResultsPanel.tsx';
import { TestPanel } from './TestPanel.tsx';

const PANELS = { design: Inspector, test: TestPanel, results: ResultsPanel };

/** The column at the right: what it shows follows from the mode. */
export function Dock() {
  const Panel = PANELS[useUi(({ mode }) => mode)];
  return <Panel />;
}

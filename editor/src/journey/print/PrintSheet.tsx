import { useEffect, type CSSProperties } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../../use-fmt.ts';
import { useWorkspaceNow } from '../../use-workspace-now.ts';
import { TOKENS } from '../../tokens.ts';
import { useDoc, useSession } from '../session/use-session.ts';
import { PrintApproval } from './PrintApproval.tsx';
import { PrintDrawing } from './PrintDrawing.tsx';
import { PrintTable } from './PrintTable.tsx';
import { usePaperApproval } from './use-paper-approval.ts';
import './print.css';

/** Paper is white, whatever the screen. */
const ON_PAPER = Object.fromEntries(Object.entries(TOKENS).map(([name, [light]]) => [`--tabiji-${name}`, light]));

/** How many steps the table beside the drawing holds in ordinary and in small print; more need pages of their own. */
const ORDINARY = 40;
const SMALL = 70;

/** Room for the drawing in millimetres: beside its table, and on a page of its own. */
const BESIDE = { width: 232, height: 252 };
const ALONE = { width: 396, height: 245 };

/** One A3 page with the drawing and the list of its steps, for approval on paper. Prints itself, then goes away. */
export function PrintSheet() {
  const { t } = useTranslation(['drawing', 'approval']);
  const fmt = useFmt();
  const now = useWorkspaceNow();
  const { ui } = useSession();
  const name = useDoc(({ graph }) => graph.name);
  const steps = useDoc(({ graph }) => Object.keys(graph.nodes).length);
  const { isKnown, approval } = usePaperApproval();
  useEffect(() => {
    if (!isKnown) return;
    const done = () => ui.show(null);
    window.addEventListener('afterprint', done);
    const soon = setTimeout(() => window.print()); // once everything has been painted
    return () => {
      clearTimeout(soon);
      window.removeEventListener('afterprint', done);
    };
  }, [ui, isKnown]);
  return createPortal(
    <div
      className="tabiji-sheet"
      data-size={steps <= ORDINARY ? 'ordinary' : steps <= SMALL ? 'small' : 'long'}
      style={ON_PAPER as CSSProperties}
    >
      <header>
        <h1>{name}</h1>
        <span>{t('print.about', { count: steps, date: fmt.full(now) })}</span>
        {approval && <PrintApproval approval={approval} />}
      </header>
      <PrintDrawing paper={steps <= SMALL ? BESIDE : ALONE} />
      <PrintTable />
    </div>,
    document.body,
  );
}

import { Skeleton } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { DockFrame } from '../panel/DockFrame.tsx';
import classes from '../panel/Inspector.module.css';
import { PanelHead } from '../panel/PanelHead.tsx';
import { useSelectedNode } from '../session/use-selected-node.ts';
import { useDoc } from '../session/use-session.ts';
import { useLocale } from '../../i18n/locale.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';

const Results = lazyPart(() => import('../results/Results.tsx'), 'Results');

/** The column while the running journey's figures are looked at: of the journey, or of the selected step. */
export function ResultsPanel() {
  const { t } = useTranslation('modes');
  const locale = useLocale();
  const selected = useSelectedNode();
  const title = useDoc(({ graph }) => (selected === null ? undefined : titleOf(graph.nodes[selected])[locale]));
  return (
    <DockFrame label={t('panel.results')}>
      <PanelHead
        icon={IconChartBar}
        group={selected === null ? 'journey' : 'custom'}
        title={title ?? t('panel.results')}
      />
      <div className={classes.body} data-results>
        <Suspense fallback={<Skeleton height={160} />}>
          <Results node={selected} />
        </Suspense>
      </div>
    </DockFrame>
  );
}

import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../i18n/locale.ts';
import { useDoc, useUi } from '../../session/use-session.ts';
import type { Size, View } from '../first-view.ts';
import { troubleOf } from '../trouble.ts';
import { FarStop } from './FarStop.tsx';
import classes from './overview.module.css';
import { sheetsOf } from './sheets-of.ts';
import { usePainting } from './use-painting.ts';
import { useTried } from './use-tried.ts';

/** The journey from far away, painted as one picture: thousands of cards cost no more than a few. */
export function Overview({ view, size, hovered }: { view: View; size: Size; hovered: NodeId | undefined }) {
  const { t } = useTranslation('drawing');
  const locale = useLocale();
  const graph = useDoc((state) => state.graph);
  const layout = useDoc((state) => state.layout);
  const problems = useDoc((state) => state.problems);
  const selected = useUi((state) => state.selected);
  const tried = useTried();
  const notes = useMemo(() => sheetsOf(graph, layout), [graph, layout]);
  const { width, height } = size;
  const scene = useMemo(() => {
    const called = (id: NodeId) => {
      const pill = layout.pills.get(id);
      return pill ? t('pill.steps', { count: pill.hidden.length }) : titleOf(graph.nodes[id])[locale];
    };
    const worst = (id: NodeId) => troubleOf(problems, id)?.worst;
    return { graph, layout, view, width, height, selected, notes, tried, troubleOf: worst, titleOf: called };
  }, [graph, layout, problems, view, width, height, selected, notes, tried, locale, t]);
  const canvas = usePainting(scene);
  const place = hovered === undefined ? undefined : layout.places.get(hovered);
  return (
    <>
      <canvas ref={canvas} className={classes.overview} aria-hidden />
      {place && hovered !== undefined && (
        <span
          className={classes.title}
          style={{ left: place.x * view.zoom + view.x, top: (place.y + place.height) * view.zoom + view.y + 6 }}
        >
          {scene.titleOf(hovered)}
        </span>
      )}
      <FarStop />
    </>
  );
}

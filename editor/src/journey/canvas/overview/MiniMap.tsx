import { useMemo, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { boundsOf } from '../../layout/box.ts';
import { isMapShown } from '../../session/map.ts';
import { useDoc, useLook, useSession, useUi } from '../../session/use-session.ts';
import { viewOf, type Size, type View } from '../first-view.ts';
import classes from './overview.module.css';
import { usePainting } from './use-painting.ts';
import { useTried } from './use-tried.ts';

const MAP: Size = { width: 208, height: 148 };

/** The whole journey in a corner, with a frame around what the window shows. A click or a drag takes the window there. */
export function MiniMap({ view, size }: { view: View; size: Size }) {
  const { t } = useTranslation('drawing');
  const { viewport } = useSession();
  const graph = useDoc((state) => state.graph);
  const layout = useDoc((state) => state.layout);
  const selected = useUi((state) => state.selected);
  const tried = useTried();
  const wanted = useLook(({ map }) => map);
  const isShown = isMapShown(wanted, layout);
  const small = useMemo(() => viewOf(boundsOf(layout), MAP, 8), [layout]);
  const scene = useMemo(
    () => ({ graph, layout, view: small, ...MAP, selected, tried }),
    [graph, layout, small, selected, tried],
  );
  const canvas = usePainting(scene);
  if (!isShown) return null;
  const [wide, high] = [(size.width / view.zoom) * small.zoom, (size.height / view.zoom) * small.zoom];
  const frame = {
    left: (-view.x / view.zoom) * small.zoom + small.x,
    top: (-view.y / view.zoom) * small.zoom + small.y,
    width: wide,
    height: high,
  };
  const go = (event: PointerEvent<HTMLElement>) => {
    if (event.buttons !== 1) return;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - left - small.x, event.clientY - top - small.y];
    viewport.current?.centre({ x: x / small.zoom, y: y / small.zoom });
  };
  return (
    // For pointers alone: whoever uses keys walks the cards themselves.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={classes.map} title={t('map.about')} aria-hidden onPointerDown={go} onPointerMove={go}>
      <canvas ref={canvas} style={MAP} />
      <i className={classes.frame} style={frame} />
    </div>
  );
}

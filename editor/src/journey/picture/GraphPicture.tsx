import { ActionIcon } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import type { JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { layoutOf } from '../layout.ts';
import { pathThrough } from '../layout/routes.ts';
import { CARD_WIDTH } from '../layout/sizes.ts';
import classes from './GraphPicture.module.css';
import { PictureCard } from './PictureCard.tsx';
import { WayName } from './WayName.tsx';
import type { Mark } from './with-ghosts.ts';

const STEPS = [0.35, 0.5, 0.7, 0.85, 1] as const;
const AIR = 40;

interface Props {
  graph: JourneyGraph;
  label: string;
  marks?: Readonly<Record<NodeId, Mark>>;
  ghostWays?: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** A journey to look at: laid out like the canvas, scrolled like a page, nothing to click. */
export function GraphPicture({ graph, label, marks = {}, ghostWays = NONE }: Props) {
  const { t } = useTranslation('publishing');
  const [step, setStep] = useState(2);
  const scale = STEPS[step] ?? 1;
  const { places, routes } = useMemo(() => layoutOf(graph), [graph]);
  const box = useMemo(() => {
    const cards = [...places.values()];
    const points = [...routes.values()].flatMap((route) => route.points);
    const xs = [...cards.flatMap(({ x }) => [x, x + CARD_WIDTH]), ...points.map(({ x }) => x)];
    const ys = [...cards.map(({ y, height }) => y + height), ...points.map(({ y }) => y)];
    const left = Math.min(0, ...xs) - AIR;
    return { left, width: Math.max(0, ...xs) - left + AIR, height: Math.max(0, ...ys) + 2 * AIR };
  }, [places, routes]);
  return (
    <div className={classes.picture}>
      {/* A scrolled region must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={classes.window} aria-label={label} tabIndex={0}>
        <div className={classes.sheet} style={{ width: box.width * scale, height: box.height * scale }}>
          <div style={{ transform: `scale(${scale}) translate(${-box.left}px, ${AIR}px)`, transformOrigin: '0 0' }}>
            <svg className={classes.ways} aria-hidden>
              {[...routes.values()].map(({ id, points, label: at, from }) => (
                <g key={id} data-ghost={ghostWays.has(id) || undefined}>
                  <path d={pathThrough(points)} />
                  {at && !ghostWays.has(id) && <WayName node={graph.nodes[from.node]} port={from.port} at={at} />}
                </g>
              ))}
            </svg>
            {[...places].map(([id, { x, y, height }]) => {
              const node = graph.nodes[id];
              return (
                node && (
                  <div key={id} className={classes.place} style={{ left: x, top: y, height }}>
                    <PictureCard node={node} mark={marks[id]} />
                  </div>
                )
              );
            })}
          </div>
        </div>
      </section>
      <div className={classes.zoom}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('picture.out')}
          disabled={step === 0}
          onClick={() => setStep(step - 1)}
        >
          <IconMinus size={18} stroke={1.75} />
        </ActionIcon>
        <output>{`${Math.round(scale * 100)}%`}</output>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('picture.in')}
          disabled={step === STEPS.length - 1}
          onClick={() => setStep(step + 1)}
        >
          <IconPlus size={18} stroke={1.75} />
        </ActionIcon>
      </div>
    </div>
  );
}

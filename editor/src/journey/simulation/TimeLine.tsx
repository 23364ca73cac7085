import { DAY_LENGTH } from '@tabiji/shared/time/day.ts';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fmt } from '../../fmt.ts';
import { useSession, useSim } from '../session/use-session.ts';
import { stopBeside, type Seen } from './seen.ts';
import classes from './Transport.module.css';

const KEYS: Readonly<Record<string, (seen: Seen, at: number) => number>> = {
  ArrowLeft: (seen, at) => stopBeside(seen, at, -1),
  ArrowDown: (seen, at) => stopBeside(seen, at, -1),
  ArrowRight: (seen, at) => stopBeside(seen, at, 1),
  ArrowUp: (seen, at) => stopBeside(seen, at, 1),
  PageDown: (_, at) => at - DAY_LENGTH,
  PageUp: (_, at) => at + DAY_LENGTH,
  Home: ({ from }) => from,
  End: ({ to }) => to,
};

/** The time line: a dot for everything that happens, a thumb to be dragged. Arrow keys go from dot to dot. */
export function TimeLine({ fmt }: { fmt: Fmt }) {
  const { t } = useTranslation('simulation');
  const { sim } = useSession();
  const seen = useSim((state) => state.seen);
  const at = useSim((state) => state.at);
  if (!seen) return null;
  const { from, to, stops } = seen;
  const share = (instant: number) => `${(100 * (instant - from)) / (to - from)}%`;
  const go = (next: number) => {
    sim.play(false);
    sim.moveTo(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = KEYS[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    go(step(seen, at));
  };
  const scrub = ({ currentTarget, clientX, buttons, type, pointerId }: PointerEvent<HTMLDivElement>) => {
    if (type === 'pointerdown') currentTarget.setPointerCapture(pointerId);
    else if (buttons !== 1) return;
    const { left, width } = currentTarget.getBoundingClientRect();
    go(from + ((clientX - left) / width) * (to - from));
  };
  return (
    <div
      className={classes.line}
      // A range input cannot show what happens when.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="slider"
      tabIndex={0}
      aria-label={t('transport.clock')}
      aria-valuemin={from}
      aria-valuemax={to}
      aria-valuenow={at}
      aria-valuetext={fmt.full(at)}
      onKeyDown={onKeyDown}
      onPointerDown={scrub}
      onPointerMove={scrub}
    >
      <span className={classes.track} />
      <span className={classes.done} style={{ width: share(at) }} />
      {stops.map((stop) => (
        <span key={stop} className={classes.stop} data-past={stop <= at || undefined} style={{ left: share(stop) }} />
      ))}
      <span className={classes.thumb} style={{ left: share(at) }} />
    </div>
  );
}

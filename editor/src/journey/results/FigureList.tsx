import type { ReactNode } from 'react';
import classes from './results.module.css';

export interface Line {
  name: string;
  value: ReactNode;
  /** Beside the value, in smaller letters. */
  more?: string | undefined;
  /** What exactly is counted. */
  help?: string;
}

/** Figures under each other, numbers in line. */
export function FigureList({ label, lines }: { label: string; lines: readonly Line[] }) {
  return (
    <dl className={classes.figures} aria-label={label}>
      {lines.map(({ name, value, more, help }) => (
        <div key={name} className={classes.figure}>
          <dt>{name}</dt>
          <dd>
            {value}
            {more && <span className={classes.more}>{more}</span>}
          </dd>
          {help && <dd className={classes.help}>{help}</dd>}
        </div>
      ))}
    </dl>
  );
}

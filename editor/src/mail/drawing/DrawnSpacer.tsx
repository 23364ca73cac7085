import type { DrawnProps } from './Content.tsx';
import classes from './drawing.module.css';
import { pixels } from './styles.ts';

export const DrawnSpacer = ({ values }: DrawnProps) => (
  <div className={classes.spacer} style={{ height: pixels(values['height']) }} />
);

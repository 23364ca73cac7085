import type { DrawnProps } from './drawn-props.ts';
import classes from './drawing.module.css';
import { pixels } from './styles.ts';

export const DrawnSpacer = ({ values }: DrawnProps) => (
  <div className={classes.spacer} style={{ height: pixels(values['height']) }} />
);

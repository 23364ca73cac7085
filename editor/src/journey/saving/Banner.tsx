import type { ReactNode } from 'react';
import classes from './Banner.module.css';

interface Props {
  icon: ReactNode;
  title: string;
  help?: string;
  children?: ReactNode;
}

/** A strip over the canvas: what is the matter, and what can be done about it. */
export function Banner({ icon, title, help, children }: Props) {
  return (
    <div className={classes.banner}>
      {icon}
      <output className={classes.text}>
        <b>{title}</b>
        {help !== undefined && <span>{help}</span>}
      </output>
      <div className={classes.actions}>{children}</div>
    </div>
  );
}

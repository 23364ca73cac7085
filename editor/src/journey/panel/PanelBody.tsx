import type { ReactNode } from 'react';
import { useUi } from '../session/use-session.ts';
import classes from './Inspector.module.css';

/** The fields of the panel; all of them can only be read while somebody else draws. */
export function PanelBody({ children }: { children: ReactNode }) {
  const isLocked = useUi((state) => state.isLocked);
  return (
    <fieldset className={classes.body} disabled={isLocked}>
      {children}
    </fieldset>
  );
}

import { useRef, type ReactNode } from 'react';
import { useUi } from '../session/use-session.ts';
import classes from './Inspector.module.css';
import { useReadOnly } from './use-read-only.ts';

/** The fields of the panel; all of them can only be read, and keep the focus, while somebody else draws. */
export function PanelBody({ children }: { children: ReactNode }) {
  const isLocked = useUi((state) => state.isLocked);
  const box = useRef<HTMLFieldSetElement>(null);
  useReadOnly(box, isLocked);
  return (
    <fieldset ref={box} className={classes.body} data-locked={isLocked || undefined}>
      {children}
    </fieldset>
  );
}

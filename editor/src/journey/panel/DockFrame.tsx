import type { KeyboardEvent, ReactNode } from 'react';
import { isImeKey } from '../../hotkeys.ts';
import { useSession, useUi } from '../session/use-session.ts';
import classes from './Inspector.module.css';

interface Props {
  label: string;
  children: ReactNode;
}

/** The docked column: at the right, on a phone a sheet from below. Esc leads back to the card. */
export function DockFrame({ label, children }: Props) {
  const { doc, ui } = useSession();
  const isUp = useUi(({ panelIsUp }) => panelIsUp);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isImeKey(event.nativeEvent) || event.defaultPrevented) return;
    ui.closePanel();
    ui.focusSelected();
  };
  return (
    // Every field handles its own keys first.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      className={classes.panel}
      aria-label={label}
      data-up={isUp || undefined}
      data-region="panel"
      onKeyDown={onKeyDown}
      onBlur={() => doc.seal()}
    >
      {children}
    </aside>
  );
}

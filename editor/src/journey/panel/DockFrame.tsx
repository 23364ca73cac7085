import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { isImeKey } from '../../hotkeys.ts';
import { useSession, useUi } from '../session/use-session.ts';
import classes from './Inspector.module.css';
import { useKeptFocus } from './use-kept-focus.ts';

interface Props {
  label: string;
  children: ReactNode;
}

/** The docked column: at the right, on a phone a sheet from below. Esc leads back to the card. */
export function DockFrame({ label, children }: Props) {
  const { doc, ui } = useSession();
  const isUp = useUi(({ panelIsUp }) => panelIsUp);
  const box = useRef<HTMLElement>(null);
  useKeptFocus(box);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isImeKey(event.nativeEvent) || event.defaultPrevented) return;
    ui.closePanel();
    ui.focusSelected();
  };
  return (
    // Every field handles its own keys first.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      ref={box}
      tabIndex={-1}
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

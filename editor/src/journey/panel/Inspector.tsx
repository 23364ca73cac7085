import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isImeKey } from '../../hotkeys.ts';
import { useDoc, useSession, useUi } from '../session/use-session.ts';
import classes from './Inspector.module.css';
import { JourneyPanel } from './JourneyPanel.tsx';
import { NodePanel } from './NodePanel.tsx';

const FIRST_FIELD = 'input:not([type=hidden]):not(:disabled), textarea, button:not(:disabled)';

/** Docked at the right; on a phone a sheet from below. Shows the selected node, else the journey. */
export function Inspector() {
  const { t } = useTranslation('journey');
  const { doc, ui } = useSession();
  const selected = useUi((state) => state.selected);
  const exists = useDoc(({ graph }) => selected !== null && graph.nodes[selected] !== undefined);
  const isUp = useUi(({ panelIsUp }) => panelIsUp);
  const { times, what } = useUi(({ focusField }) => focusField);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (times === 0) return;
    const form = box.current?.querySelector('[data-form]');
    const field =
      what === 'name'
        ? box.current?.querySelector<HTMLElement>('[data-name-field]')
        : (form?.querySelector<HTMLElement>('[data-autofocus]') ?? form?.querySelector<HTMLElement>(FIRST_FIELD));
    field?.focus();
  }, [times, what]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isImeKey(event.nativeEvent) || event.defaultPrevented) return;
    ui.closePanel();
    ui.focusSelected();
  };
  return (
    // Esc leads from any field back to the card; every field handles its own keys first.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      ref={box}
      className={classes.panel}
      aria-label={t('panel.title')}
      data-up={isUp || undefined}
      data-region="panel"
      onKeyDown={onKeyDown}
      onBlur={() => doc.seal()}
    >
      {selected !== null && exists ? <NodePanel key={selected} id={selected} /> : <JourneyPanel />}
    </aside>
  );
}

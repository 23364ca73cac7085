import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSelectedNode } from '../session/use-selected-node.ts';
import { useUi } from '../session/use-session.ts';
import { DockFrame } from './DockFrame.tsx';
import classes from './Inspector.module.css';
import { JourneyPanel } from './JourneyPanel.tsx';
import { NodePanel } from './NodePanel.tsx';

const FIRST_FIELD = 'input:not([type=hidden]):not(:disabled), textarea, button:not(:disabled)';

/** Docked at the right; on a phone a sheet from below. Shows the selected node, else the journey. */
export function Inspector() {
  const { t } = useTranslation('journey');
  const selected = useSelectedNode();
  const { times, what } = useUi(({ focusField }) => focusField);
  const box = useRef<HTMLDivElement>(null);
  const answered = useRef(0);
  const focus = useCallback(() => {
    const form = box.current?.querySelector('[data-form]');
    // Asked once more as soon as the form is there.
    const isComing = what === 'first' && form?.querySelector('[data-coming]');
    if (times === answered.current || isComing) return;
    answered.current = times;
    const field =
      what === 'name'
        ? box.current?.querySelector<HTMLElement>('[data-name-field]')
        : (form?.querySelector<HTMLElement>('[data-autofocus]') ?? form?.querySelector<HTMLElement>(FIRST_FIELD));
    field?.focus();
  }, [times, what]);
  useEffect(focus, [focus]);
  return (
    <DockFrame label={t('panel.title')}>
      <div ref={box} className={classes.contents}>
        {selected !== null ? <NodePanel key={selected} id={selected} onForm={focus} /> : <JourneyPanel />}
      </div>
    </DockFrame>
  );
}

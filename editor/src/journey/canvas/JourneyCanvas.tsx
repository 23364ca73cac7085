import { useComputedColorScheme, VisuallyHidden } from '@mantine/core';
import { useCallback, useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFlowKeys } from '../actions/use-action-keys.ts';
import { Finding } from '../find/Finding.tsx';
import { Ghost } from '../moving/Ghost.tsx';
import { usePointer } from '../moving/use-pointer.ts';
import { NodePicker } from '../picker/NodePicker.tsx';
import { Testing } from '../modes/Testing.tsx';
import { useDoc, useSession, useUi } from '../session/use-session.ts';
import { FlowCanvas } from './FlowCanvas.tsx';
import classes from './JourneyCanvas.module.css';
import { ZoomBar } from './ZoomBar.tsx';

/** The drawn journey: one tab stop, cards walked with the arrow keys. */
export function JourneyCanvas() {
  const { t } = useTranslation('journey');
  const { derive, ui, attach } = useSession();
  const layout = useDoc((state) => state.layout);
  const nodes = useMemo(() => derive(layout), [derive, layout]);
  const start = useDoc(({ graph }) => graph.start);
  const rover = useUi(({ selected }) => selected) ?? start;
  const isDark = useComputedColorScheme('light') === 'dark';
  const mode = useUi((state) => state.mode);
  const isLocked = useUi((state) => state.isLocked);
  const onKeyDown = useFlowKeys();
  const box = usePointer();
  const help = useId();
  const onGround = useCallback(() => {
    ui.select(null);
    ui.closePanel();
  }, [ui]);
  const onCard = useCallback(
    (id: string) => {
      ui.select(id);
      ui.showPanel();
    },
    [ui],
  );
  const onMove = useCallback((byHand: boolean) => ui.moved(byHand), [ui]);
  return (
    // The one handler for all cards; the role makes the region take keys itself.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className={classes.canvas}
      role="application"
      aria-label={t('canvas')}
      aria-describedby={help}
      data-region="canvas"
      data-mode={mode}
      data-locked={isLocked || undefined}
      onKeyDown={onKeyDown}
      ref={box}
    >
      <FlowCanvas
        layout={layout}
        nodes={nodes}
        rover={rover}
        isDark={isDark}
        onViewport={attach}
        onGround={onGround}
        onCard={onCard}
        onMove={onMove}
      />
      <Ghost />
      <NodePicker />
      <Finding />
      <ZoomBar />
      <Testing />
      <VisuallyHidden id={help}>{t('canvasHelp')}</VisuallyHidden>
    </div>
  );
}

import { useComputedColorScheme } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { NodePicker } from '../picker/NodePicker.tsx';
import { useDoc, useSession } from '../session/use-session.ts';
import { FlowCanvas } from './FlowCanvas.tsx';
import classes from './JourneyCanvas.module.css';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { ZoomBar } from './ZoomBar.tsx';

/** The drawn journey: one tab stop, cards walked with the arrow keys. */
export function JourneyCanvas() {
  const { t } = useTranslation('journey');
  const { derive, ui, viewport } = useSession();
  const layout = useDoc((state) => state.layout);
  const flow = useMemo(() => derive(layout), [derive, layout]);
  const isDark = useComputedColorScheme('light') === 'dark';
  const onKeyDown = useCanvasKeys();
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
  const onMove = useCallback(() => ui.pick(null), [ui]);
  return (
    <section
      className={classes.canvas}
      role="application"
      aria-label={t('canvas')}
      aria-description={t('canvasHelp')}
      data-region="canvas"
      onKeyDown={onKeyDown}
    >
      <FlowCanvas flow={flow} isDark={isDark} viewport={viewport} onGround={onGround} onCard={onCard} onMove={onMove} />
      <NodePicker />
      <ZoomBar />
    </section>
  );
}

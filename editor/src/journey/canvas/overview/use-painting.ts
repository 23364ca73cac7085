import { useComputedColorScheme } from '@mantine/core';
import { useLayoutEffect, useRef, type RefObject } from 'react';
import { TOKENS } from '../../../tokens.ts';
import { paint, type Scene } from './paint.ts';

/** Paints a scene onto a canvas, sharp on every screen, again whenever something of it changes. */
export function usePainting(scene: Omit<Scene, 'colourOf'>): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  const isDark = useComputedColorScheme('light') === 'dark';
  const { width, height } = scene;
  useLayoutEffect(() => {
    const on = canvas.current?.getContext('2d');
    if (!on) return;
    const ratio = window.devicePixelRatio;
    const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (on.canvas.width !== wide || on.canvas.height !== high) Object.assign(on.canvas, { width: wide, height: high });
    paint(on, { ...scene, colourOf: (token) => TOKENS[token][isDark ? 1 : 0] });
  }, [scene, width, height, isDark]);
  return canvas;
}

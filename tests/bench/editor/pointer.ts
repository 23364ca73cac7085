/// <reference lib="dom" />
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';

export interface Spot {
  x: number;
  y: number;
}

/** Frames of a page while something was done to it. */
export interface Smoothness {
  fps: number;
  /** Milliseconds between two frames, in the worst of twenty. */
  p95: number;
  /** Tasks of 50 ms and more. */
  longTasks: number;
}

const FRAME_MS = 1000 / 60;

/** Presses, moves along the path in `moves` steps at 60 a second and lets go, through the browser's own input. */
export async function drag(page: Page, from: Spot, along: (share: number) => Spot, moves: number): Promise<Smoothness> {
  const input = await page.context().newCDPSession(page);
  const send = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', { x, y }: Spot) =>
    input.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons: 1, clickCount: 1 });
  await page.mouse.move(from.x, from.y);
  await send('mousePressed', from);
  await watchFrames(page);
  const began = performance.now();
  for (let i = 1; i <= moves; i++) {
    await send('mouseMoved', along(i / moves));
    await sleep(Math.max(0, began + i * FRAME_MS - performance.now()));
  }
  const smoothness = await framesWatched(page);
  await send('mouseReleased', along(1));
  await input.detach();
  return smoothness;
}

interface Watching {
  at: number[];
  tasks: number;
  isOn: boolean;
}

const watchFrames = (page: Page) =>
  page.evaluate(() => {
    const watching: Watching = { at: [], tasks: 0, isOn: true };
    Object.assign(globalThis, { watching });
    new PerformanceObserver((list) => (watching.tasks += list.getEntries().length)).observe({ type: 'longtask' });
    const frame = (now: number) => {
      watching.at.push(now);
      if (watching.isOn) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });

async function framesWatched(page: Page): Promise<Smoothness> {
  const { at, tasks } = await page.evaluate(() => {
    const { watching } = globalThis as unknown as { watching: Watching };
    watching.isOn = false;
    return watching;
  });
  const gaps = at.slice(1).map((time, i) => time - at[i]!);
  const all = gaps.reduce((sum, gap) => sum + gap, 0);
  const p95 = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length * 0.95)] ?? Number.NaN;
  return { fps: (gaps.length / all) * 1000, p95, longTasks: tasks };
}

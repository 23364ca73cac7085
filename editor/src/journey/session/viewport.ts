import type { Box } from '../layout/box.ts';
import type { Point } from '../layout/routes.ts';

/** The window onto the canvas, as everything outside the adapter sees it. Points are on the canvas unless said. */
export interface Viewport {
  /** Shows everything. */
  fit(): void;
  /** Shows a part wholly, at most 1:1. */
  show(box: Box): void;
  zoom(to: 'in' | 'out' | 'full'): void;
  /** Moves the window over the picture by so many pixels of the screen. */
  pan(by: Point): void;
  /** Moves the picture so that what is at `from` appears where `to` appeared. */
  carry(from: Point, to: Point): void;
  /** Moves the picture as little as needed to show a card wholly. */
  reveal(card: Point & { height: number }): void;
  /** Brings a point into the middle of the window. */
  centre(point: Point): void;
  /** Where a point appears, in pixels from the canvas's upper left corner. */
  onScreen(point: Point): Point;
}

import { expect, test } from 'vitest';
import { journeyOf } from '../journeys.fixture.ts';
import { layoutOf } from '../layout.ts';
import { boundsOf } from '../layout/box.ts';
import { CARD_HEIGHT } from '../layout/sizes.ts';
import { boxOf, cardAt, cellsInView, holds, waysIn } from './window.ts';

const chain = layoutOf(
  journeyOf(
    Object.fromEntries(
      Array.from({ length: 50 }, (_, i): [string, [string, string | null]] => [
        `w${i}`,
        ['wait', i < 49 ? `w${i + 1}` : null],
      ]),
    ),
  ),
);

test('what can be seen is always drawn; a small movement changes nothing', () => {
  const seen = cellsInView([300, 100, 1], 1440, 900);
  const box = boxOf(seen);
  expect(box.left).toBeLessThanOrEqual(-300);
  expect(box.bottom).toBeGreaterThanOrEqual(800);
  expect(cellsInView([290, 110, 1], 1440, 900)).toBe(cellsInView([290, 108, 1], 1440, 900));
  expect(cellsInView([300, -900, 1], 1440, 900)).not.toBe(seen);
});

test('far away cards and lines are left out', () => {
  const box = boxOf(cellsInView([300, 0, 1], 1440, 900));
  const cards = [...chain.places].filter(([, place]) => holds(box, place, place.height)).map(([id]) => id);
  expect(cards).toContain('w0');
  expect(cards).not.toContain('w40');
  expect(waysIn(chain, box)).toContain('w0:next');
  expect(waysIn(chain, box).length).toBeLessThan(20);
});

test('a line whose cards are both out of sight is drawn where it passes', () => {
  const long = layoutOf(
    journeyOf({
      n2: ['branch', 'w0', 'end'],
      ...Object.fromEntries(
        Array.from({ length: 30 }, (_, i): [string, [string, string]] => [
          `w${i}`,
          ['wait', i < 29 ? `w${i + 1}` : 'end'],
        ]),
      ),
      end: ['exit'],
    }),
  );
  expect(waysIn(long, { left: -400, right: 800, top: 2400, bottom: 3200 })).toContain('n2:no');
});

test('a point finds its card', () => {
  const place = chain.places.get('w3');
  if (!place) throw new Error('w3 has no place');
  expect(cardAt(chain, { x: place.x + 5, y: place.y + CARD_HEIGHT - 1 })).toBe('w3');
  expect(cardAt(chain, { x: place.x - 5, y: place.y })).toBeUndefined();
});

test('the whole journey is its cards and open ends', () => {
  const { left, right, top, bottom } = boundsOf(chain);
  expect([left, right, top]).toEqual([-140, 140, 0]);
  expect(bottom).toBeGreaterThan(chain.places.get('w49')?.y ?? 0);
});

import { fetchParts, lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { createElement, Suspense } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';

const partOf = (load: () => void) =>
  lazyPart(async () => {
    load();
    return { Greeting: ({ name }: { name: string }) => createElement('p', null, `Hello ${name}`) };
  }, 'Greeting');
const draw = (part: ReturnType<typeof partOf>) =>
  renderToStaticMarkup(createElement(Suspense, { fallback: 'coming' }, createElement(part, { name: 'Aoi' })));

test('a part that was fetched while the page was idle is drawn at once', async () => {
  let loads = 0;
  const part = partOf(() => loads++);
  expect(draw(part)).toContain('coming');
  await fetchParts();
  expect(draw(part)).toBe('<p>Hello Aoi</p>');
  await fetchParts();
  expect(loads).toBe(1);
});

test('a part that cannot be had keeps none of the others away, and is fetched later', async () => {
  let isAway = true;
  const broken = partOf(() => {
    if (isAway) throw new Error('away');
  });
  const sound = partOf(() => undefined);
  await fetchParts();
  expect(draw(sound)).toContain('Aoi');
  isAway = false;
  await fetchParts();
  expect(draw(broken)).toContain('Aoi');
});

test('a part that could not be had is fetched anew when it is drawn again, not the moment it failed', async () => {
  vi.useFakeTimers();
  let loads = 0;
  const part = partOf(() => {
    loads += 1;
    if (loads === 1) throw new Error('away');
  });
  draw(part);
  await vi.advanceTimersByTimeAsync(500);
  draw(part);
  await vi.advanceTimersByTimeAsync(1000);
  expect(loads).toBe(1);
  draw(part);
  await vi.advanceTimersByTimeAsync(0);
  expect(loads).toBe(2);
  expect(draw(part)).toBe('<p>Hello Aoi</p>');
  vi.useRealTimers();
});

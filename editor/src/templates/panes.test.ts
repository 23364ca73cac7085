import { expect, test } from 'vitest';
import { FIRST_PANES, openPanes, showing, toggled } from './panes.ts';

test('where there is room, all panes are open but those that were closed; on a phone one', () => {
  expect(openPanes(FIRST_PANES, false)).toEqual(['write', 'preview', 'side']);
  const closed = toggled(FIRST_PANES, 'write');
  expect(openPanes(closed, false)).toEqual(['preview', 'side']);
  expect(openPanes(closed, true)).toEqual(['preview']);
  expect(openPanes(toggled(closed, 'write'), false)).toEqual(['write', 'preview', 'side']);
});

test('whoever is led into a pane sees it, closed or on a phone', () => {
  const led = showing(toggled(FIRST_PANES, 'write'), 'write');
  expect(openPanes(led, false)).toContain('write');
  expect(openPanes(led, true)).toEqual(['write']);
});

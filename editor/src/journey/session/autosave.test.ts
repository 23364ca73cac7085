import type { SavedDraft } from '@tabiji/shared/api/journeys.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiError } from '../../api/request.ts';
import { createDocStore } from '../doc/doc-store.ts';
import { journeyOf } from '../journeys.fixture.ts';
import { createAutosave } from './autosave.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server that answers as the list says, then accepts. */
function open(answers: (Error | undefined)[] = []) {
  const doc = createDocStore(journeyOf({ n2: ['wait', 'n3'], n3: ['exit'] }), { now: () => 0, selected: () => null });
  const saved: { base: number; name: string }[] = [];
  let rev = 1;
  const autosave = createAutosave({
    doc: doc.store,
    rev,
    changed: false,
    currentRev: async () => 9,
    save: async (base, graph): Promise<SavedDraft> => {
      const answer = answers.shift();
      if (answer) throw answer;
      saved.push({ base, name: graph.name });
      rev = base + 1;
      return { rev, changed: true, savedAt: '2026-04-01T01:42:07Z' };
    },
  });
  autosave.watch();
  return { doc, autosave, saved, state: () => autosave.store.getState().state.kind };
}

const rename = (doc: ReturnType<typeof open>['doc'], name: string) => doc.dispatch({ do: 'renameJourney', name });

test('saves once, 800 ms after the last of several changes', async () => {
  const { doc, saved, state } = open();
  rename(doc, 'a');
  await vi.advanceTimersByTimeAsync(700);
  rename(doc, 'b');
  expect(state()).toBe('waiting');
  await vi.advanceTimersByTimeAsync(799);
  expect(saved).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(saved).toEqual([{ base: 1, name: 'b' }]);
  expect(state()).toBe('saved');
});

test('saves after 5 s at the latest while changes go on', async () => {
  const { doc, saved } = open();
  for (let i = 0; i < 10; i++) {
    rename(doc, `n${i}`);
    await vi.advanceTimersByTimeAsync(600);
  }
  expect(saved.length).toBe(1);
});

test('a failed save is not shown as saved, and tried again when the connection was lost', async () => {
  const { doc, saved, state } = open([new ApiError('unreachable', 'no answer')]);
  rename(doc, 'a');
  await vi.advanceTimersByTimeAsync(800);
  expect(state()).toBe('offline');
  await vi.advanceTimersByTimeAsync(5000);
  expect([state(), saved.length]).toEqual(['saved', 1]);
});

test('a conflict stops saving until somebody chooses', async () => {
  const { doc, autosave, saved, state } = open([new ApiError('conflict', 'somebody was faster')]);
  rename(doc, 'a');
  await vi.advanceTimersByTimeAsync(800);
  rename(doc, 'b');
  await vi.advanceTimersByTimeAsync(10_000);
  expect([state(), saved.length]).toEqual(['conflict', 0]);
  await autosave.overwrite();
  expect(saved).toEqual([{ base: 9, name: 'b' }]);
});

test('flush saves at once and tells the caller of a refusal', async () => {
  const { doc, autosave, state } = open([new ApiError('invalid', 'too long')]);
  rename(doc, 'a');
  await expect(autosave.flush()).rejects.toThrow('too long');
  expect(state()).toBe('failed');
  await autosave.flush();
  expect(state()).toBe('saved');
});

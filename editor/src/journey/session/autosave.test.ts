import type { PatchDraft, PatchedDraft } from '@tabiji/shared/api/drafts.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { applyPatches } from '@tabiji/shared/journey/patches/apply-patches.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiError } from '../../api/request.ts';
import { createDocStore } from '../doc/doc-store.ts';
import { journeyOf } from '../journeys.fixture.ts';
import { createAutosave } from './autosave.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const graph = journeyOf({ n2: ['wait', 'n3'], n3: ['exit'] });
const named = (name: string, from: JourneyGraph = graph): JourneyGraph => ({ ...from, name });
const noted = (note: string, from: JourneyGraph = graph): JourneyGraph => ({
  ...from,
  nodes: { ...from.nodes, n2: { ...from.nodes['n2']!, note } },
});

/** A server that answers as the list says, then accepts what is made of its draft. */
function open(answers: (Error | ((body: PatchDraft) => PatchedDraft) | undefined)[] = []) {
  const doc = createDocStore(graph, { now: () => 0, selected: () => null });
  const saved: { base: number; name: string; labels: string[] }[] = [];
  const kept: string[] = [];
  let onServer = graph;
  const autosave = createAutosave({
    doc,
    rev: 1,
    changed: false,
    save: async (body): Promise<PatchedDraft> => {
      kept.push('sent');
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      if (answer) return answer(body);
      onServer = applyPatches(onServer, body.patches);
      saved.push({ base: body.base, name: onServer.name, labels: (body.labels ?? []).map(({ en }) => en) });
      return { rev: body.base + 1, changed: true, savedAt: '2026-04-01T01:42:07Z' };
    },
    keep: async (how) => void kept.push(how),
  });
  autosave.watch();
  return { doc, autosave, saved, kept, state: () => autosave.store.getState().state.kind };
}

const rename = (doc: ReturnType<typeof open>['doc'], name: string) => doc.dispatch({ do: 'renameJourney', name });
const note = (doc: ReturnType<typeof open>['doc'], text: string) =>
  doc.dispatch({ do: 'setNote', id: 'n2', note: text });
const refusal = (theirs: JourneyGraph) =>
  new ApiError('conflict', 'somebody was faster', {
    details: { rev: 9, graph: theirs, person: { id: 'b', name: 'ben' }, labels: [] },
  });

test('saves once, 800 ms after the last of several changes, with what was done', async () => {
  const { doc, saved, state } = open();
  rename(doc, 'a');
  await vi.advanceTimersByTimeAsync(700);
  note(doc, 'b');
  expect(state()).toBe('waiting');
  await vi.advanceTimersByTimeAsync(799);
  expect(saved).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(saved).toEqual([{ base: 1, name: 'a', labels: ['Rename the journey', 'Change the note on “Wait”'] }]);
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

test('what is sent was kept in this browser before', async () => {
  const { doc, kept } = open();
  rename(doc, 'a');
  await vi.advanceTimersByTimeAsync(800);
  expect(kept).toEqual(['base', 'soon', 'now', 'sent', 'base']);
});

test('a failed save is not shown as saved, and tried again when the connection was lost', async () => {
  const { doc, saved, state } = open([new ApiError('unreachable', 'no answer')]);
  rename(doc, 'a');
  await vi.advanceTimersByTimeAsync(800);
  expect(state()).toBe('offline');
  await vi.advanceTimersByTimeAsync(5000);
  expect([state(), saved.length]).toEqual(['saved', 1]);
});

test('what others saved meanwhile is taken in; one’s own steps can still be undone', async () => {
  const { doc, autosave, saved, state } = open([
    ({ patches }) => ({
      rev: 9,
      changed: true,
      savedAt: '2026-04-01T01:42:07Z',
      graph: applyPatches(noted('theirs'), patches),
    }),
  ]);
  rename(doc, 'mine');
  await vi.advanceTimersByTimeAsync(800);
  const now = () => doc.store.getState().graph;
  expect([now().name, now().nodes['n2']?.note, state()]).toEqual(['mine', 'theirs', 'saved']);
  expect(autosave.store.getState()).toMatchObject({ rev: 9, merges: 1 });
  doc.undo();
  expect([now().name, now().nodes['n2']?.note]).toEqual(['test', 'theirs']);
  await vi.advanceTimersByTimeAsync(800);
  expect(saved).toMatchObject([{ base: 9, name: 'test' }]);
});

test('a refusal that contradicts nothing here is put together and saved by itself', async () => {
  const { doc, saved, state } = open([refusal(noted('theirs'))]);
  rename(doc, 'mine');
  await vi.advanceTimersByTimeAsync(1600);
  expect(saved).toMatchObject([{ base: 9, name: 'mine' }]);
  expect([doc.store.getState().graph.nodes['n2']?.note, state()]).toEqual(['theirs', 'saved']);
});

test('a conflict stops saving until somebody chooses; what is drawn stays', async () => {
  const { doc, autosave, saved, state } = open([refusal(named('theirs'))]);
  rename(doc, 'mine');
  await vi.advanceTimersByTimeAsync(800);
  note(doc, 'and more');
  await vi.advanceTimersByTimeAsync(10_000);
  expect([state(), saved.length, doc.store.getState().graph.name]).toEqual(['conflict', 0, 'mine']);
  await expect(autosave.flush()).rejects.toThrow('somebody else');
  await autosave.settleConflict();
  expect(saved).toMatchObject([{ base: 9, name: 'mine' }]);
  expect(state()).toBe('saved');
});

test('while nothing is unsaved, the server’s draft is shown as it comes', async () => {
  const { doc, autosave, saved, state } = open();
  autosave.receive({ rev: 5, changed: true, graph: named('live') });
  await vi.advanceTimersByTimeAsync(10_000);
  expect([doc.store.getState().graph.name, state(), saved.length]).toEqual(['live', 'saved', 0]);
  expect(doc.undo()).toBeUndefined();
});

test('flush saves at once and tells the caller of a refusal', async () => {
  const { doc, autosave, state } = open([new ApiError('invalid', 'too long')]);
  rename(doc, 'a');
  await expect(autosave.flush()).rejects.toThrow('too long');
  expect(state()).toBe('failed');
  await autosave.flush();
  expect(state()).toBe('saved');
});

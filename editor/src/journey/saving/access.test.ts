import type { AskLease, Lease } from '@tabiji/shared/api/drafts.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAccess, type Access } from './access.ts';

const me = { id: 'a', name: '' };
const other = { id: 'b', name: '' };
const watching: Access = { kind: 'watch', holder: other, isTaking: false, until: null };
const theirs: Lease = { mine: false, holder: other, asked: null, rev: 1, version: null };

beforeEach(() => {
  vi.useFakeTimers();
  const page = { visibilityState: 'visible', addEventListener() {}, removeEventListener() {} };
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', page);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A window whose server answers as the test says; `onRev` takes as long as the test says. */
function open(start: Access, answer: (want: AskLease['want']) => Promise<Lease>, onRev = async () => {}) {
  const wants: AskLease['want'][] = [];
  const access = createAccess({
    start,
    ask: (want) => {
      wants.push(want);
      return answer(want);
    },
    flush: async () => {},
    onRev,
  });
  access.start();
  return { access, wants, now: () => access.store.getState() };
}

test('who draws hears that somebody asks, also after loading has failed once', async () => {
  let isAway = true;
  const asked = { person: other, inMs: 20_000 };
  const { now } = open(
    { kind: 'edit', asked: null },
    async () => ({ mine: true, holder: me, asked: isAway ? null : asked, rev: 2, version: null }),
    async () => {
      if (isAway) throw new TypeError('away');
    },
  );
  await vi.advanceTimersByTimeAsync(1000);
  isAway = false;
  await vi.advanceTimersByTimeAsync(5000);
  expect(now()).toMatchObject({ kind: 'edit', asked: { person: other } });
});

test('a wish to take over outlives what was being loaded when it was said', async () => {
  let loaded = () => {};
  const { access, wants, now } = open(
    watching,
    async () => theirs,
    () => new Promise((resolve) => (loaded = resolve)),
  );
  await vi.advanceTimersByTimeAsync(1000);
  const before = loaded;
  access.take(true);
  await vi.advanceTimersByTimeAsync(0);
  loaded();
  await vi.advanceTimersByTimeAsync(0);
  before();
  await vi.advanceTimersByTimeAsync(3000);
  expect(now()).toMatchObject({ kind: 'watch', isTaking: true });
  expect(wants).toEqual(['edit', 'take', 'take']);
});

test('an answer that comes late does not take the draft away again', async () => {
  let late: ((lease: Lease) => void) | undefined;
  const { access, now } = open(watching, (want) =>
    want === 'take'
      ? Promise.resolve({ ...theirs, mine: true, holder: me })
      : new Promise((resolve) => (late = resolve)),
  );
  await vi.advanceTimersByTimeAsync(1000);
  access.take(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(now().kind).toBe('edit');
  late?.(theirs);
  await vi.advanceTimersByTimeAsync(0);
  expect(now().kind).toBe('edit');
});

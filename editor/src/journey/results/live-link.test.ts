import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openLiveLink, POLL_MS, type Source } from './live-link.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A page that can be hidden and a server that says what the test wants. */
function open() {
  const sources: (Source & { say(kind: string, data?: unknown): void })[] = [];
  const told: unknown[] = [];
  const poll = vi.fn<() => void>();
  let hidden = false;
  let changed = () => {};
  const close = openLiveLink({
    open: () => {
      const hears = new Map<string, (event: { data?: unknown }) => void>();
      const source = {
        readyState: 1,
        addEventListener: (kind: string, hear: (event: { data?: unknown }) => void) => void hears.set(kind, hear),
        close: () => void (source.readyState = 2),
        say: (kind: string, data?: unknown) => hears.get(kind)?.({ data: JSON.stringify(data) }),
      };
      sources.push(source);
      return source;
    },
    page: {
      isHidden: () => hidden,
      onChange: (hear) => {
        changed = hear;
        return () => {};
      },
    },
    tell: (kind, data) => told.push([kind, data]),
    poll,
  });
  const see = (seen: boolean) => {
    hidden = !seen;
    changed();
  };
  return { sources, told, poll, see, close };
}

test('tells what it hears, in order', () => {
  const { sources, told } = open();
  sources[0]!.say('snapshot', { active: 1 });
  sources[0]!.say('delta', { active: 2 });
  expect(told).toEqual([
    ['snapshot', { active: 1 }],
    ['delta', { active: 2 }],
  ]);
});

test('asks every 15 s while nothing can be heard, and stops when it can', () => {
  const { sources, poll } = open();
  sources[0]!.say('error');
  sources[0]!.say('error');
  vi.advanceTimersByTime(2 * POLL_MS);
  expect(poll).toHaveBeenCalledTimes(3);
  sources[0]!.say('snapshot', {});
  vi.advanceTimersByTime(4 * POLL_MS);
  expect(poll).toHaveBeenCalledTimes(3);
});

test('refused by the server, it tries to listen again after a minute', () => {
  const { sources } = open();
  sources[0]!.readyState = 2;
  sources[0]!.say('error');
  vi.advanceTimersByTime(59_000);
  expect(sources).toHaveLength(1);
  vi.advanceTimersByTime(1000);
  expect(sources).toHaveLength(2);
});

test('a hidden page neither listens nor asks; seen again it begins anew', () => {
  const { sources, told, poll, see, close } = open();
  see(false);
  expect(sources[0]!.readyState).toBe(2);
  sources[0]!.say('delta', {});
  vi.advanceTimersByTime(10 * POLL_MS);
  expect([told, poll.mock.calls]).toEqual([[], []]);
  see(true);
  expect(sources).toHaveLength(2);
  close();
  expect(sources[1]!.readyState).toBe(2);
});

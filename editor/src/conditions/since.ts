import type { Since } from '@tabiji/shared/conditions/condition.ts';

export type SinceKind = 'always' | 'duration' | 'entered' | 'node';

/** Which of the four forms a `since` has. */
export function sinceKind(since: Since | undefined): SinceKind {
  if (since === undefined || since === 'always') return 'always';
  if (typeof since === 'object') return 'node';
  return since === 'entered' ? 'entered' : 'duration';
}

/** The `since` that a fresh choice of its form starts with; undefined is the same as always, and shorter. */
export function firstSince(kind: SinceKind, firstNode: string | undefined): Since | undefined {
  if (kind === 'node') return firstNode === undefined ? undefined : { node: firstNode };
  return { always: undefined, duration: 'P90D', entered: 'entered' as const }[kind];
}

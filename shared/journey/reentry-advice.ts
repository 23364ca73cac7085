import { openNode } from '../nodes/registry.ts';
import { roughLength } from '../time.ts';
import { durationWords } from '../words.ts';
import type { JourneyGraph, NodeId } from './graph.ts';
import { problem, type Problem } from './problem.ts';
import { inOrder } from './ways.ts';

/** A rule by which the same person may be inside more than once at the same time, where nothing tells the times apart. */
export function reentryAdvice(graph: JourneyGraph): Problem[] {
  const { reentry, reentryKey } = graph.settings;
  const length = longest(graph);
  if (reentryKey !== undefined || length === 0) return [];
  if (reentry !== 'always' && typeof reentry !== 'object') return [];
  const after = reentry === 'always' ? undefined : reentry.after;
  if (after !== undefined && roughLength(after) >= length) return [];
  const times = after === undefined ? undefined : Math.ceil(length / Math.max(roughLength(after), 1)) + 1;
  return [
    problem(
      'E17',
      after === undefined
        ? {
            ja: '何度でも入れるため、同じ人が同時に何回も進むことがあります。',
            en: 'People may enter any number of times, so one person may be inside several times at once.',
          }
        : {
            ja: `${durationWords(after, 'ja')}で入り直せますが、終わるまではもっとかかります。同じ人が同時に${times}回進むことがあります。`,
            en: `People may enter again after ${durationWords(after, 'en')}, but it takes longer to the end: one person may be inside ${times} times at once.`,
          },
      undefined,
      {
        severity: 'warning',
        path: 'reentry',
        fix: {
          label: { ja: '終了後だけにする', en: 'Only after the exit' },
          steps: [{ setting: { path: ['reentry'], value: 'afterExit' } }],
        },
      },
    ),
  ];
}

/** How long the longest way takes, in milliseconds, as far as lengths are given. */
function longest(graph: JourneyGraph): number {
  const reached = new Map<NodeId, number>([[graph.start, 0]]);
  let most = 0;
  for (const id of inOrder(graph)) {
    const node = graph.nodes[id]!;
    const opened = openNode(node);
    const lasts = opened.ok && !node.disabled ? (opened.definition.lasts?.(opened.config) ?? 0) : 0;
    const at = (reached.get(id) ?? 0) + lasts;
    most = Math.max(most, at);
    for (const target of Object.values(node.next))
      if (target) reached.set(target, Math.max(reached.get(target) ?? 0, at));
  }
  return most;
}

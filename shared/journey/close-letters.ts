import type { Words } from '../locale.ts';
import { openNode } from '../nodes/registry.ts';
import { titleOf } from '../nodes/title.ts';
import { waitADay } from './fix.ts';
import type { JourneyGraph, NodeId } from './graph.ts';
import { problem, type Problem } from './problem.ts';
import { inOrder, waysInto } from './ways.ts';

const DAY = 86_400_000;

/**
 * Letters that may reach the same person within 24 hours of the one before, on some way through the graph. Nodes that
 * rest for something else than a length (an answer, a date) end the count: how long that takes is nobody's mistake.
 */
export function closeLetters(graph: JourneyGraph): Problem[] {
  const since = new Map<NodeId, { last: NodeId; passed: number }>(); // at arrival, the closest letter before
  return inOrder(graph).flatMap((id) => {
    const { sends, lasts } = paceOf(graph, id);
    const before = since.get(id);
    const passed = before && { ...before, passed: before.passed + lasts };
    const after = sends ? { last: id, passed: 0 } : passed && passed.passed < DAY ? passed : undefined;
    if (after)
      for (const target of Object.values(graph.nodes[id]!.next)) {
        const known = target ? since.get(target) : undefined;
        if (target && (!known || after.passed < known.passed)) since.set(target, after);
      }
    return sends && before ? [tooClose(graph, id, before.last)] : [];
  });
}

function paceOf(graph: JourneyGraph, id: NodeId): { sends: boolean; lasts: number } {
  const node = graph.nodes[id]!;
  const opened = openNode(node);
  if (!opened.ok || node.disabled) return { sends: false, lasts: 0 };
  const { definition, config } = opened;
  if (definition.group === 'send') return { sends: true, lasts: 0 };
  return { sends: false, lasts: definition.rests ? (definition.lasts?.(config) ?? DAY) : 0 };
}

/** A letter's step without a name of its own is told from others by its template. */
function letterName(graph: JourneyGraph, id: NodeId): Words {
  const node = graph.nodes[id]!;
  const title = titleOf(node);
  const opened = openNode(node);
  const [template] = opened.ok ? (opened.definition.templates?.(opened.config) ?? []) : [];
  return node.name || !template ? title : { ja: `${title.ja} ${template}`, en: `${title.en} ${template}` };
}

const tooClose = (graph: JourneyGraph, id: NodeId, before: NodeId): Problem => {
  const [late, early] = [letterName(graph, id), letterName(graph, before)];
  return problem(
    'W03',
    {
      ja: `「${early.ja}」から24時間以内に「${late.ja}」が同じ人へ届くことがあります。`,
      en: `“${late.en}” may reach the same person within 24 hours of “${early.en}”.`,
    },
    id,
    { fix: waitADay(waysInto(graph, id)) },
  );
};

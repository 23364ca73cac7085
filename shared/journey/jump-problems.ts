import type { Locale } from '../locale.ts';
import { openNode } from '../nodes/registry.ts';
import { titleOf } from '../nodes/title.ts';
import { findCycle } from './cycle.ts';
import { waitADay } from './fix.ts';
import { reachableFrom, type JourneyGraph, type NodeId } from './graph.ts';
import { problem, type Problem } from './problem.ts';
import { waysInto } from './ways.ts';

/** Ways back must lead back, and every round must take a minute or more: else it would be walked without end. */
export function jumpProblems(graph: JourneyGraph): Problem[] {
  const jumps = new Map(Object.keys(graph.nodes).flatMap((id) => jumpFrom(graph, id)));
  if (jumps.size === 0) return [];
  const found = [...jumps].flatMap(([from, to]) => targetProblems(graph, from, to));
  const circle = findCycle(graph, (_, id) => {
    const node = graph.nodes[id];
    if (!node || pauses(graph, id)) return [];
    return [...Object.values(node.next), jumps.get(id) ?? null];
  });
  if (!circle || findCycle(graph)) return found; // a drawn circle is told by itself
  const path = (locale: Locale) => circle.map((id) => titleOf(graph.nodes[id])[locale]).join('→');
  const jump = circle.find((id, i) => jumps.get(id) === circle[i + 1]);
  found.push(
    problem(
      'E18',
      {
        ja: `戻る道（${path('ja')}）の途中に、1分以上の「待つ」を入れてください。`,
        en: `Put a wait of at least 1 minute into the way back (${path('en')}).`,
      },
      jump,
      jump === undefined ? {} : { fix: waitADay(waysInto(graph, jump)) },
    ),
  );
  return found;
}

function targetProblems(graph: JourneyGraph, from: NodeId, to: NodeId): Problem[] {
  if (!graph.nodes[to])
    return [
      problem(
        'E18',
        { ja: `戻り先の手順「${to}」がありません。`, en: `The node to go back to, “${to}”, does not exist.` },
        from,
        { path: 'to' },
      ),
    ];
  if (to !== graph.start && to !== from && reachableFrom(graph, to).has(from)) return [];
  const name = titleOf(graph.nodes[to]);
  return [
    problem(
      'E18',
      {
        ja: `「${name.ja}」は、この手順より前にありません。戻れるのは、ここまでに通った手順だけです。`,
        en: `“${name.en}” does not come before this node. Only a node on the way here can be gone back to.`,
      },
      from,
      { path: 'to' },
    ),
  ];
}

const jumpFrom = (graph: JourneyGraph, id: NodeId): [NodeId, NodeId][] => {
  const opened = openNode(graph.nodes[id]!);
  const to = opened.ok && !graph.nodes[id]!.disabled ? opened.definition.jump?.(opened.config)?.to : undefined;
  return to ? [[id, to]] : [];
};

const pauses = (graph: JourneyGraph, id: NodeId): boolean => {
  const node = graph.nodes[id]!;
  const opened = openNode(node);
  return opened.ok && !node.disabled && opened.definition.pauses?.(opened.config) === true;
};

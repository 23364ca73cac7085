import type { NodeFigures } from '@tabiji/shared/api/journey-stats.ts';
import { targetOf, type JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { problem, type Problem } from '@tabiji/shared/journey/problem.ts';
import { drawnPorts } from '@tabiji/shared/nodes/define-node.ts';
import { openNode } from '@tabiji/shared/nodes/registry.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';

/** With fewer people a share means nothing. */
const ENOUGH = 100;
/** Fewer than these end everywhere. */
const MANY = 0.2;

/**
 * What the last month says about a draft: steps without people, branches that lose many. `ran`: the steps that were
 * there throughout the month; `figures`: theirs.
 */
export function monthProblems(
  graph: JourneyGraph,
  figures: Readonly<Record<string, NodeFigures>>,
  ran: ReadonlySet<string>,
): Problem[] {
  if ((figures[graph.start]?.entered ?? 0) < ENOUGH) return [];
  return Object.entries(graph.nodes).flatMap(([id, node]) => {
    const own = figures[id];
    if (!own || own.entered === 0) return ran.has(id) ? [nobody(id, graph)] : [];
    const lost = lastWay(graph, id);
    const share = lost ? (own.left[lost.port] ?? 0) / own.entered : 0;
    return lost && own.entered >= ENOUGH && share >= MANY && !node.disabled ? [endsHere(id, graph, lost, share)] : [];
  });
}

/** The way of those whom no condition takes, where it leads straight to an exit. */
function lastWay(graph: JourneyGraph, id: string) {
  const opened = openNode(graph.nodes[id]!);
  if (!opened.ok || opened.definition.group !== 'branch') return undefined;
  const last = drawnPorts(opened.definition, opened.config).at(-1);
  const target = last && targetOf(graph, id, last.id);
  const next = target === undefined ? undefined : openNode(graph.nodes[target]!);
  return last && next?.ok && next.definition.group === 'exit' ? { port: last.id, label: last.label } : undefined;
}

const nobody = (id: string, graph: JourneyGraph): Problem => {
  const name = titleOf(graph.nodes[id]);
  return problem(
    'W04',
    { ja: `「${name.ja}」は30日間だれも通っていません。`, en: `Nobody has passed “${name.en}” in 30 days.` },
    id,
  );
};

const endsHere = (
  id: string,
  graph: JourneyGraph,
  { port, label }: NonNullable<ReturnType<typeof lastWay>>,
  share: number,
): Problem => {
  const name = titleOf(graph.nodes[id]);
  const percent = Math.round(share * 100);
  return problem(
    'W02',
    {
      ja: `「${name.ja}」の「${label.ja}」で、過去30日に来た人の${percent}%が終了しています。`,
      en: `${percent}% of last month's people end at “${label.en}” of “${name.en}”.`,
    },
    id,
    { port },
  );
};

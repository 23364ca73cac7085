import type { GraphNode, NodeId } from '@tabiji/shared/journey/graph.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import type { Arm } from '@tabiji/shared/nodes/arms.ts';
import { openNode } from '@tabiji/shared/nodes/registry.ts';
import { defineCommand } from '../command.ts';
import { declaredPorts, followPorts } from '../follow-ports.ts';
import { portsOf } from '../ports.ts';
import { about } from '../titles.ts';

/** The ways out of a node that its author makes; undefined for types whose ways are given. */
export function armsOf(
  node: GraphNode | undefined,
): { arms: readonly Arm[]; atLeast: number; atMost: number } | undefined {
  const opened = node && openNode(node);
  const list = opened?.ok ? opened.definition.arms : undefined;
  if (!opened?.ok || !list) return undefined;
  return { arms: opened.config[list.key] as Arm[], atLeast: list.atLeast, atMost: list.atMost };
}

/** Adds a way out behind the others. `locale` is for its first name. */
export const addBranch = defineCommand<{ id: NodeId; locale: Locale }>({
  reduce: (draft, { id, locale }) =>
    changeArms(draft.nodes[id], (arms, make, { atMost }) => (arms.length < atMost ? [...arms, make(locale)] : arms)),
  label: (graph, { id }) =>
    about(
      graph,
      id,
      (n) => `${n}に出口を追加`,
      (n) => `Add a way out to ${n}`,
    ),
});

/** Takes a way out away; what followed it stays, in the tray. */
export const removeBranch = defineCommand<{ id: NodeId; port: string }>({
  reduce: (draft, { id, port }) =>
    changeArms(draft.nodes[id], (arms, _, { atLeast }) =>
      arms.length > atLeast ? arms.filter((arm) => arm.port !== port) : arms,
    ),
  label(graph, { id, port }) {
    const way = portNamed(graph.nodes[id], port);
    return about(
      graph,
      id,
      (n) => `${n}の出口「${way.ja}」を削除`,
      (n) => `Delete the way out “${way.en}” of ${n}`,
    );
  },
});

/** Moves a way out by places among the others: −1 is one to the left, and judged earlier. */
export const reorderBranch = defineCommand<{ id: NodeId; port: string; by: number }>({
  reduce: (draft, { id, port, by }) =>
    changeArms(draft.nodes[id], (arms) => {
      const from = arms.findIndex((arm) => arm.port === port);
      const to = from + by;
      const arm = arms[from];
      return arm && arms[to] ? arms.toSpliced(from, 1).toSpliced(to, 0, arm) : arms;
    }),
  label(graph, { id, port }) {
    const way = portNamed(graph.nodes[id], port);
    return about(
      graph,
      id,
      (n) => `${n}の出口「${way.ja}」を移動`,
      (n) => `Reorder the way out “${way.en}” of ${n}`,
    );
  },
  joins: ({ id, port }) => `order ${id} ${port}`,
});

type Change = (
  arms: readonly Arm[],
  make: (locale: Locale) => Arm,
  limits: { atLeast: number; atMost: number },
) => readonly Arm[];

function changeArms(node: GraphNode | undefined, change: Change): void {
  const opened = node && openNode(node);
  const list = opened?.ok ? opened.definition.arms : undefined;
  if (!node || !opened?.ok || !list) return;
  const { config, definition } = opened;
  const before = declaredPorts(node);
  const arms = config[list.key] as Arm[];
  const after = change(arms, (locale) => list.make(config, locale), list);
  if (after.length === arms.length && after.every((arm, i) => arm === arms[i])) return;
  node.config = { ...config, [list.key]: after };
  if (definition.version > 1) node.version = definition.version;
  followPorts(node, before);
}

const portNamed = (node: GraphNode | undefined, port: string) =>
  (node ? portsOf(node) : []).find(({ id }) => id === port)?.label ?? { ja: port, en: port };

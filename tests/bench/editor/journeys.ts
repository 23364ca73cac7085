import type { GraphNode, JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import { randomFrom } from '../frame/random.ts';

type Next = Record<string, NodeId | null>;

/** Of the branches, so many join again. */
const JOINED = 0.7;

/**
 * A journey of exactly `size` nodes as shops grow them: waits and mails in a row, branches of two or three ways nested
 * in one another, 70 % of them joined again; the other ways end. The same for the same size.
 */
export function grownJourney(size: number): JourneyGraph {
  const random = randomFrom(size);
  const { nodes, add } = newNodes();
  const end = add('exit', { reason: 'completed' });
  const isFull = () => Object.keys(nodes).length >= size - 1;
  const step = () => (random() < 0.5 ? add('wait', { for: 'P3D' }) : add('email', { template: 'news' }));
  /** A part of about `budget` nodes that goes on to `follow`; answers its head. */
  const part = (budget: number, follow: NodeId): NodeId => {
    if (budget < 1 || isFull()) return follow;
    if (budget < 5 || random() < 0.5) {
      const id = step();
      nodes[id]!.next = { next: part(budget - 1, follow) };
      return id;
    }
    const ports = portsOf(random() < 0.5 ? 2 : 3);
    const id = add('branch', branchOf(ports));
    const joins = random() < JOINED;
    const after = joins ? part(Math.floor(budget / 3), follow) : follow;
    const each = Math.floor((budget - 1) / ports.length / (joins ? 1.5 : 1));
    const heads = ports.map((port, i): [string, NodeId] => {
      const ends = !joins && i > 0 && !isFull();
      return [port, part(each, ends ? add('exit', { reason: 'completed' }) : after)];
    });
    nodes[id]!.next = Object.fromEntries(heads);
    return id;
  };
  let head = end;
  while (!isFull()) head = part(size, head);
  return started(`${size}件`, head, nodes);
}

/** What layouts find hard: twenty ways out of one branch, 200 nodes in a row, 60 ways into one node. */
export const HARD_JOURNEYS: Readonly<Record<string, () => JourneyGraph>> = {
  '20 ways': () => fan(20),
  '200 in a row': () => {
    const { nodes, add } = newNodes();
    let head = add('exit', { reason: 'completed' });
    while (Object.keys(nodes).length < 199) head = add('wait', { for: 'P1D' }, { next: head });
    return started('200', head, nodes);
  },
  '60 into one': () => fan(60),
};

/** One branch, a mail on each of its ways, all meeting again. */
function fan(ways: number): JourneyGraph {
  const { nodes, add } = newNodes();
  const end = add('exit', { reason: 'completed' });
  const ports = portsOf(ways);
  const next = ports.map((port) => [port, add('email', { template: 'news' }, { next: end })] as const);
  return started(String(ways), add('branch', branchOf(ports), Object.fromEntries(next)), nodes);
}

function newNodes() {
  const nodes: Record<NodeId, GraphNode> = {};
  const add = (type: string, config: Record<string, unknown>, next: Next = {}): NodeId => {
    const id = `${type}-${Object.keys(nodes).length}`;
    nodes[id] = { type, config, next };
    return id;
  };
  return { nodes, add };
}

const started = (name: string, next: NodeId, nodes: Record<NodeId, GraphNode>): JourneyGraph => ({
  schema: 1,
  name,
  start: 'start',
  settings: { reentry: 'once' },
  nodes: { start: { type: 'start', config: { triggers: [{ on: 'first_purchase' }] }, next: { next } }, ...nodes },
});

const portsOf = (ways: number) => [...Array.from({ length: ways - 1 }, (_, i) => `way${i + 1}`), 'no'];

const branchOf = (ports: readonly string[]) => ({
  branches: ports.slice(0, -1).map((port, i) => ({
    port,
    label: `${i + 2}回以上`,
    when: { orders: 'count', op: 'gte', value: i + 2 },
  })),
  else: 'no',
});

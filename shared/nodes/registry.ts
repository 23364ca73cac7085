import type { GraphNode } from '../journey/graph.ts';
import { branch } from './branch/node.ts';
import type { NodeDefinition } from './define-node.ts';
import { email } from './email/node.ts';
import { exit } from './exit/node.ts';
import { experiment } from './experiment/node.ts';
import { goTo } from './go-to/node.ts';
import { holdout } from './holdout/node.ts';
import { question } from './question/node.ts';
import { series } from './series/node.ts';
import { split } from './split/node.ts';
import { start } from './start/node.ts';
import { subscribe } from './subscribe/node.ts';
import { update } from './update/node.ts';
import { wait } from './wait/node.ts';
import { waitFor } from './wait-for/node.ts';
import { waitUntilDate } from './wait-until-date/node.ts';
import { webhook } from './webhook/node.ts';

/** THE list of node types. Everything else derives from it. */
export const NODE_TYPES = [
  start,
  wait,
  waitUntilDate,
  waitFor,
  question,
  branch,
  split,
  experiment,
  holdout,
  goTo,
  email,
  series,
  update,
  subscribe,
  webhook,
  exit,
] as const;

export type NodeType = (typeof NODE_TYPES)[number]['type'];
export type ConfigOf<T extends NodeType> = Extract<(typeof NODE_TYPES)[number], { type: T }>['initial'];

/** A definition whose configuration's type is not known statically; the schema has judged the configuration before. */
export type AnyNode = NodeDefinition<string, Record<string, unknown>, string>;

const byType: ReadonlyMap<string, AnyNode> = new Map(
  NODE_TYPES.map((definition) => [definition.type, definition as unknown as AnyNode]),
);

/** The definition of a type; undefined for types this version does not know. */
export const findNodeType = (type: string): AnyNode | undefined => byType.get(type);

/** A node's definition and its configuration, brought to the type's present version and judged by its schema. */
export type OpenedNode =
  | { ok: true; definition: AnyNode; config: Record<string, unknown> }
  | { ok: false; because: 'unknown_type' }
  | { ok: false; because: 'bad_config'; definition: AnyNode; issues: { path: string; message: string }[] };

/** Opens a stored node: upgrades its configuration and parses it; of a frozen one once. */
export function openNode(node: GraphNode): OpenedNode {
  if (!Object.isFrozen(node) || !Object.isFrozen(node.config)) return open(node);
  const known = opened.get(node) ?? open(node);
  opened.set(node, known);
  return known;
}

/** Of what an editor shows hardly anything changes from one moment to the next, and parsing is most of every look. */
const opened = new WeakMap<GraphNode, OpenedNode>();

function open(node: GraphNode): OpenedNode {
  const definition = byType.get(node.type);
  if (!definition) return { ok: false, because: 'unknown_type' };
  const from = node.version ?? 1;
  // Written by a newer version: what it says cannot be judged here.
  if (from > Math.max(1, ...definition.upgrades.map(({ to }) => to))) return { ok: false, because: 'unknown_type' };
  const config = definition.upgrades
    .filter(({ to }) => to > from)
    .reduce<Record<string, unknown>>((old, upgrade) => upgrade.up(old), node.config);
  const judged = definition.config.safeParse(config);
  if (judged.success) return { ok: true, definition, config: judged.data };
  const issues = judged.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  return { ok: false, because: 'bad_config', definition, issues };
}

/** Every port by which a stored node may lead somewhere: as its type orders them, then any besides. */
export function portOrder(node: GraphNode): string[] {
  const opened = openNode(node);
  const declared = opened.ok ? opened.definition.ports(opened.config).map(({ id }) => id) : [];
  return [...new Set([...declared, ...Object.keys(node.next).toSorted()])];
}

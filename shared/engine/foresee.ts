import { NO_NEEDS, type Needs } from '../conditions/facts.ts';
import type { NodeId } from '../journey/graph.ts';
import type { AnyNode } from '../nodes/registry.ts';
import { ask, exit, leave } from '../nodes/outcome.ts';
import type { CompiledGraph, CompiledNode } from './compile.ts';

/** The performer by which a node of a foreseen graph says that any of its ways may be taken. */
export const FORK = 'fork';
/** Why a foreseen path ends where nobody knows how long people rest. */
export const UNFORESEEN = 'unforeseen';

const ALONE = 'alone';

/**
 * A graph to look ahead in without knowing anything about anybody, by the same interpreter: what hangs on facts forks, or
 * ends the path where it decides how long people rest; goal and exit conditions are left out.
 * @param apart whether it is known who walks, so that splits and experiments can be told
 */
export function foreseeable(graph: CompiledGraph, apart: boolean): CompiledGraph {
  const nodes = new Map<NodeId, CompiledNode>();
  for (const [id, node] of graph.nodes) nodes.set(id, { ...node, definition: foreseen(node, apart) });
  return { ...graph, nodes, endings: [] };
}

/** Whether ways are chosen by who somebody is, in any node of a graph. */
export const tellsApart = (graph: CompiledGraph): boolean => [...graph.nodes.values()].some(isChance);

function foreseen(node: CompiledNode, apart: boolean): AnyNode {
  const { definition, config } = node;
  const isOpen = hangsOnFacts(node);
  const ports = definition.ports(config);
  if (isOpen && lettersOf(node).length > 0) return { ...definition, decide: fork, hears: () => undefined };
  if (definition.hears) return { ...definition, decide: listening(definition), hears: () => undefined };
  if (isOpen && definition.rests) return { ...definition, decide: () => exit(UNFORESEEN) };
  if (isOpen && ports.length === 1) return { ...definition, decide: () => leave(ports[0]!.id) };
  if (isOpen || (!apart && isChance(node))) return { ...definition, decide: fork };
  return definition;
}

/** Keys of the mails a node sends. */
export const lettersOf = ({ definition, config }: CompiledNode): readonly string[] =>
  definition.templates?.(config) ?? [];

const fork: AnyNode['decide'] = () => ask({ kind: 'perform', performer: FORK, payload: ALONE }, []);

/** Rests for as long as its node says, and never looks in between: nothing is known that could change. */
const listening =
  (definition: AnyNode): AnyNode['decide'] =>
  (turn) => {
    const said = definition.decide(turn);
    return said.kind === 'listen' ? { ...said, look: undefined } : said;
  };

const isChance = (node: CompiledNode): boolean => {
  const { definition, config, disabled } = node;
  if (disabled || definition.rests || definition.jump !== undefined) return false;
  return definition.ports(config).length > 1 && !hangsOnFacts(node);
};

/** Orders and the like are known of everybody without being asked for, so what a node needs does not say it all. */
const hangsOnFacts = ({ definition, config }: CompiledNode): boolean =>
  asksAnything(definition.needs(config)) ||
  definition.moves === true ||
  (definition.conditions?.(config) ?? []).some(({ port }) => port !== undefined);

const asksAnything = (needs: Needs): boolean =>
  Object.entries({ ...NO_NEEDS, ...needs }).some(([, asked]) =>
    asked instanceof Set ? asked.size > 0 : asked === true,
  );

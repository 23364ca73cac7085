import type { Json } from '../json.ts';
import type { Words } from '../locale.ts';
import type { GraphNode, NodeId } from './graph.ts';

/** One way out of one node. */
export interface Exit {
  node: NodeId;
  port: string;
}

/** One change of a graph, as data. `undefined` as a value takes the key away. */
export type FixStep =
  | { set: { node: NodeId; path: readonly string[]; value: Json | undefined } }
  | { setting: { path: readonly string[]; value: Json | undefined } }
  | { insert: { at: Exit; type: string; config: GraphNode['config'] } }
  | { remove: NodeId };

/** What mends a problem at once; offered beside its message, and one step of the history. */
export interface Fix {
  label: Words;
  steps: readonly FixStep[];
}

/** A fix that sets one value of a configuration. */
export const setting = (label: Words, node: NodeId, path: string, value: Json | undefined): Fix => ({
  label,
  steps: [{ set: { node, path: path === '' ? [] : path.split('.'), value } }],
});

/** A fix that puts a wait of a day into every given way. */
export const waitADay = (ways: readonly Exit[]): Fix => ({
  label: { ja: '1日待つを入れる', en: 'Add a wait of a day before it' },
  steps: ways.map((at) => ({ insert: { at, type: 'wait', config: { for: 'P1D' } } })),
});

import type { Words } from '../locale.ts';
import type { NodeId } from './graph.ts';

/** Something wrong with a graph: which node and port, what, why. Errors stop publishing, never saving. */
export interface Problem {
  code: string;
  severity: 'error' | 'warning';
  node?: NodeId | undefined;
  port?: string | undefined;
  /** Path inside the node's configuration. */
  path?: string | undefined;
  message: Words;
}

export const problem = (code: string, message: Words, node?: NodeId, more: Partial<Problem> = {}): Problem => ({
  code,
  severity: 'error',
  message,
  ...(node === undefined ? {} : { node }),
  ...more,
});

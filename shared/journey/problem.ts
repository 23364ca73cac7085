import type { Words } from '../locale.ts';
import type { Fix } from './fix.ts';
import type { NodeId } from './graph.ts';

/** Something wrong with a graph: which node and port, what, why. Errors stop publishing, never saving. */
export interface Problem {
  /** Of docs/journeys.md's list: E… is wrong, W… is worth knowing. */
  code: string;
  severity: 'error' | 'warning';
  node?: NodeId | undefined;
  port?: string | undefined;
  /** Path inside the node's configuration. */
  path?: string | undefined;
  message: Words;
  /** What mends it at once. */
  fix?: Fix | undefined;
  /** Key of the mail that a footer with what is missing can be put into at once. */
  footer?: string | undefined;
  /** Domain whose DNS must be mended; the page of senders says how. */
  domain?: string | undefined;
}

export const problem = (code: string, message: Words, node?: NodeId, more: Partial<Problem> = {}): Problem => ({
  code,
  severity: code.startsWith('W') ? 'warning' : 'error',
  message,
  ...(node === undefined ? {} : { node }),
  ...more,
});

import { defineCommand } from '../command.ts';
import { isSound, type Fragment } from '../fragment.ts';
import type { PortRef } from '../ports.ts';
import { addNodes, putBehind, unchanged } from '../put.ts';
import { judgeCopy } from '../slots.ts';
import { aboutSome } from '../titles.ts';

/**
 * Adds copied nodes, whose ids the graph does not have yet (`renewed`): behind a port, or loose, into the tray. Heads
 * beyond the first are loose as well.
 */
export const insertFragment = defineCommand<{ at: PortRef | null; fragment: Fragment; how: 'paste' | 'copy' }>({
  reduce(draft, { at, fragment }) {
    const [head] = fragment.heads;
    if (at && judgeCopy(unchanged(draft), fragment)(at)) return;
    if (head === undefined || !isSound(fragment) || !addNodes(draft, fragment) || !at) return;
    putBehind(draft, at, { head, tail: fragment.tail });
  },
  label: (graph, { fragment, how }) =>
    aboutSome(
      fragment,
      Object.keys(fragment.nodes),
      (what) => `${what}を${how === 'paste' ? '貼り付け' : 'コピー'}`,
      (what) => `${how === 'paste' ? 'Paste' : 'Copy'} ${what}`,
    ),
});

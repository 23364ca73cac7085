import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { defineCommand } from '../command.ts';
import { declaredPorts, followPorts } from '../follow-ports.ts';
import { about } from '../titles.ts';
import { setPath } from '../set-path.ts';

/**
 * Sets one value inside a node's configuration (undefined removes it). Ports that the new configuration adds begin
 * open; what followed a port that it takes away stays, in the tray.
 */
export const setConfig = defineCommand<{ id: NodeId; path: readonly string[]; value: unknown }>({
  reduce(draft, { id, path, value }) {
    const node = draft.nodes[id];
    if (!node) return;
    const before = declaredPorts(node);
    node.config = setPath(node.config, path, value) as Record<string, unknown>;
    followPorts(node, before);
  },
  label: (graph, { id }) =>
    about(
      graph,
      id,
      (n) => `${n}の設定を変更`,
      (n) => `Change ${n}`,
    ),
  joins: ({ id, path }) => `config ${id} ${path.join('.')}`,
});

/** A node's own name; empty gives the type's back. */
export const rename = defineCommand<{ id: NodeId; name: string }>({
  reduce(draft, { id, name }) {
    const node = draft.nodes[id];
    if (!node) return;
    if (name.trim()) node.name = name.slice(0, 200);
    else delete node.name;
  },
  label: (graph, { id }) =>
    about(
      graph,
      id,
      (n) => `${n}の名前を変更`,
      (n) => `Rename ${n}`,
    ),
  joins: ({ id }) => `name ${id}`,
});

/** A note for colleagues. */
export const setNote = defineCommand<{ id: NodeId; note: string }>({
  reduce(draft, { id, note }) {
    const node = draft.nodes[id];
    if (!node) return;
    if (note.trim()) node.note = note.slice(0, 5000);
    else delete node.note;
  },
  label: (graph, { id }) =>
    about(
      graph,
      id,
      (n) => `${n}のメモを変更`,
      (n) => `Change the note on ${n}`,
    ),
  joins: ({ id }) => `note ${id}`,
});

/** Switches a node off (people pass through) or on again. */
export const toggleDisabled = defineCommand<{ id: NodeId }>({
  reduce(draft, { id }) {
    const node = draft.nodes[id];
    if (!node || id === draft.start) return;
    if (node.disabled) delete node.disabled;
    else node.disabled = true;
  },
  label(graph, { id }) {
    const off = graph.nodes[id]?.disabled === true;
    return about(
      graph,
      id,
      (n) => `${n}を${off ? '有効化' : '停止'}`,
      (n) => `${off ? 'Enable' : 'Disable'} ${n}`,
    );
  },
});

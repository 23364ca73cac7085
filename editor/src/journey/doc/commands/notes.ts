import type { NodeId, StickyNote } from '@tabiji/shared/journey/graph.ts';
import { defineCommand } from '../command.ts';

/** Puts an empty sticky note beside a node. */
export const addNote = defineCommand<{ id: string; node: NodeId; dx: number; dy: number }>({
  reduce(draft, { id, node, dx, dy }) {
    if (draft.notes?.[id] || !draft.nodes[node]) return;
    draft.notes = { ...draft.notes, [id]: { text: '', node, dx, dy } };
  },
  label: () => ({ ja: '付せんを追加', en: 'Add a sticky note' }),
});

/** What a sticky note says. */
export const writeNote = defineCommand<{ id: string; text: string }>({
  reduce(draft, { id, text }) {
    const note = draft.notes?.[id];
    if (note) note.text = text.slice(0, 5000);
  },
  label: () => ({ ja: '付せんの内容を変更', en: 'Edit a sticky note' }),
  joins: ({ id }) => `sticky text ${id}`,
});

/** Where a sticky note lies, seen from its node. */
export const moveNote = defineCommand<{ id: string } & Pick<StickyNote, 'dx' | 'dy'>>({
  reduce(draft, { id, dx, dy }) {
    const note = draft.notes?.[id];
    if (note) Object.assign(note, { dx: Math.round(dx), dy: Math.round(dy) });
  },
  label: () => ({ ja: '付せんを移動', en: 'Move a sticky note' }),
  joins: ({ id }) => `sticky place ${id}`,
});

/** Takes a sticky note away. */
export const removeNote = defineCommand<{ id: string }>({
  reduce(draft, { id }) {
    if (!draft.notes?.[id]) return;
    const { [id]: _, ...others } = draft.notes;
    if (Object.keys(others).length > 0) draft.notes = others;
    else delete draft.notes;
  },
  label: () => ({ ja: '付せんを削除', en: 'Delete a sticky note' }),
});

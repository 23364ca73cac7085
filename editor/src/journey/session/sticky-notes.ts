import type { NodeId, StickyNote } from '@tabiji/shared/journey/graph.ts';
import { freshSalt } from '../doc/fresh-id.ts';
import type { Layout } from '../layout.ts';
import type { Point } from '../layout/routes.ts';
import { CARD_WIDTH } from '../layout/sizes.ts';
import type { Session } from './session.ts';

/** How wide a note is whose width nobody has set. */
export const NOTE_WIDTH = 200;

/** Where a note lies; beside the start where its node is gone, nowhere while its node is folded away. */
export function noteAt({ places, pills }: Layout, start: NodeId, note: StickyNote): Point | undefined {
  const beside = note.node ?? start;
  const isHidden = [...pills.values()].some(({ hidden }) => hidden.includes(beside));
  const anchor = places.get(beside) ?? (isHidden ? undefined : places.get(start));
  return anchor && { x: anchor.x + note.dx, y: anchor.y + note.dy };
}

/** Goes to the note beside a node, or puts one there; the next key is already written on it. */
export function goToNote({ doc, ui, viewport }: Session, id: NodeId): void {
  const { graph } = doc.store.getState();
  const there = Object.entries(graph.notes ?? {}).find(([, { node }]) => (node ?? graph.start) === id)?.[0];
  const note = there ?? `note-${freshSalt()}`;
  if (!there && !doc.dispatch({ do: 'note.add', id: note, node: id, dx: CARD_WIDTH + 24, dy: 0 })) return;
  const after = doc.store.getState();
  const place = after.graph.notes?.[note] && noteAt(after.layout, graph.start, after.graph.notes[note]);
  if (place) viewport.current?.reveal({ ...place, height: 120 });
  ui.editNote(note);
}

import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Layout } from '../../layout.ts';
import { NOTE_WIDTH, noteAt } from '../../session/sticky-notes.ts';
import type { Sheet } from './paint.ts';

const [LETTER, LINE, EDGES] = [12, 18, 38];

/** Sticky notes for small pictures. How high they are follows from their text, about as the canvas breaks it. */
export function sheetsOf({ notes = {}, start }: JourneyGraph, layout: Layout): Sheet[] {
  return Object.values(notes).flatMap((note) => {
    const at = noteAt(layout, start, note);
    const width = note.width ?? NOTE_WIDTH;
    const inLine = Math.max(1, Math.floor((width - 24) / LETTER));
    const lines = note.text.split('\n').reduce((sum, { length }) => sum + Math.max(1, Math.ceil(length / inLine)), 0);
    return at ? [{ ...at, width, height: EDGES + lines * LINE, text: note.text }] : [];
  });
}

import { useDoc } from '../../session/use-session.ts';
import { Note } from './Note.tsx';

/** All sticky notes, above the cards. */
export function Notes() {
  const ids = useDoc(({ graph }) => (graph.notes ? Object.keys(graph.notes).join(' ') : ''));
  return ids === '' ? null : ids.split(' ').map((id) => <Note key={id} id={id} />);
}

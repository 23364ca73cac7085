import type { Layout } from '../layout.ts';
import type { Session } from './session.ts';

/** From so many cards on the map is there without being asked for. */
const MAP_FROM = 60;

/** Whether the map is shown: as its reader chose, else as the journey's size suggests. */
export const isMapShown = (wanted: boolean | null, { places }: Layout): boolean => wanted ?? places.size >= MAP_FROM;

export const showsMap = ({ doc, look }: Session): boolean =>
  isMapShown(look.getState().map, doc.store.getState().layout);

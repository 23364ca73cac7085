import { useMoving } from '../session/use-session.ts';

/** What a slot is for what is carried; undefined while nothing is. Changes for the slots that are neared only. */
export const useSlot = (id: string): 'legal' | 'target' | 'closed' | undefined =>
  useMoving(({ carried, target }) => {
    if (!carried) return undefined;
    if (!carried.slots.has(id)) return 'closed';
    return target === id ? 'target' : 'legal';
  });

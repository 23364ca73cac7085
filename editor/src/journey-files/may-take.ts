import type { ImportThing } from '@tabiji/shared/api/journey-files.ts';

/** Whether everything that is to be written can be: what stays as it is stands in nobody's way. */
export const mayTake = (things: readonly Pick<ImportThing, 'state' | 'faults'>[], isReplacing: boolean): boolean =>
  things.every(
    ({ state, faults }) => faults.length === 0 || !(state === 'new' || (state === 'different' && isReplacing)),
  );

import { plain } from '../normalise.ts';

/** More people than this do not leave by a slip of the hand. */
export const MANY_PEOPLE = 1000;

/** Whether the name must be typed before so many people leave. */
export const mustType = (people: number): boolean => people > MANY_PEOPLE;

/** Whether what was typed is the name, whatever its width and case. */
export const isTyped = (typed: string, name: string): boolean =>
  plain(typed).toLocaleLowerCase() === plain(name).toLocaleLowerCase();

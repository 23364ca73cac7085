import type { Action, ActionGroup } from './action.ts';
import { adding } from './adding.ts';
import { editing } from './editing.ts';
import { looking } from './looking.ts';
import { modes } from './modes.ts';
import { moving } from './moving.ts';
import { page } from './page.ts';
import { resulting } from './resulting.ts';
import { walking } from './walking.ts';

/** THE list of what can be done in the editor, in the order of the lists people see. */
export const ACTION_GROUPS: readonly ActionGroup[] = [
  walking,
  adding,
  editing,
  moving,
  looking,
  modes,
  resulting,
  page,
];

export const ACTIONS: readonly Action[] = ACTION_GROUPS.flatMap(({ actions }) => actions);

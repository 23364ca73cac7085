import { notifications } from '@mantine/notifications';
import { say } from '../../i18n/text.ts';
import type { Session } from '../session/session.ts';
import type { Action } from './action.ts';

/** Does an action to a node (to what is selected), or says why it cannot be done. Answers whether it was done. */
export function perform(session: Session, action: Action, node = session.ui.store.getState().selected): boolean {
  const possible = action.isPossible(session, node);
  if (possible === true) action.run(session, node);
  else notifications.show({ id: 'not-possible', withBorder: true, autoClose: 4000, message: say(possible) });
  return possible === true;
}

import { foldWays } from './fold-ways.ts';
import { routeId } from '../layout/routes.ts';
import { goTo } from '../session/actions.ts';
import type { Session } from '../session/session.ts';
import type { Row } from './rows.ts';

/** What a tap or Enter does with a line that is no node: opens or closes, adds, or goes to the node it names. */
export function chooseRow(session: Session, { item, isOpen }: Row): void {
  if (item.kind === 'branch') foldWays(session.doc, [routeId(item.from)], isOpen === true);
  else if (item.kind === 'end') session.ui.pick(item.from);
  else if (item.kind === 'link' || item.kind === 'jump') goTo(session, item.to);
}

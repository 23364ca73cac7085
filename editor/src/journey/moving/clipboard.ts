import i18next from 'i18next';
import type { Rebind } from '@tabiji/shared/conditions/rebind.ts';
import { notifications } from '@mantine/notifications';
import { say, type Text } from '../../i18n/text.ts';
import { freshId } from '../doc/fresh-id.ts';
import type { PortRef } from '../doc/ports.ts';
import { removeWithWayBack } from '../session/removal.tsx';
import type { Session } from '../session/session.ts';
import { chosenIn } from '../session/ui-store.ts';
import { addFragment, slotAfter } from './actions.ts';
import { CLIP_TYPE, clipOf, missingIn, readClip, sharedTemplates, type Clip } from './clip.ts';

/** Lets the browser copy what is selected, as its own key would: it then asks the page what that is. */
export const copyByBrowser = (how: 'copy' | 'cut'): void => {
  document.execCommand(how);
};

/** Answers the browser's question what to copy. `cut` takes it out as well. */
export function copyInto(session: Session, data: DataTransfer, cut: boolean): boolean {
  const { graph } = session.doc.store.getState();
  const clip = clipOf(graph, chosenIn(session.ui.store.getState()), session.id);
  if (!clip || (cut && !session.ui.mayChange())) return false;
  const text = JSON.stringify(clip, null, 1);
  data.setData(CLIP_TYPE, text);
  data.setData('text/plain', text);
  const ids = Object.keys(clip.fragment.nodes);
  if (cut) removeWithWayBack(session, ids, { subtree: false, cut: true });
  else inform(i18next.t('moving:copied', { count: ids.length }));
  return true;
}

/** Pastes what the browser hands over. */
export const pasteData = (session: Session, data: DataTransfer): void =>
  pasteText(session, data.getData(CLIP_TYPE) || data.getData('text/plain'));

/** Pastes from a menu, where the browser must be asked for the clipboard and may refuse. */
export async function pasteFromClipboard(session: Session): Promise<void> {
  try {
    pasteText(session, await navigator.clipboard.readText());
  } catch {
    refuse('moving:not.clipboard'); // no permission, or a browser without it
  }
}

/** Pastes nodes behind the selected one; asks first for what they mention and does not exist here, or would be shared. */
export function pasteText(session: Session, text: string): void {
  const clip = readClip(text);
  if (!clip) return refuse('moving:not.clip');
  if (!session.ui.mayChange()) return;
  const { selected } = session.ui.store.getState();
  const at = selected === null ? lastOpenEnd(session) : slotAfter(session, selected);
  if (!at) return refuse('moving:not.slot');
  const { graph } = session.doc.store.getState();
  const around = session.doc.surroundings();
  const missing = missingIn(clip, graph, session.id, around);
  const shared = sharedTemplates(clip, session.id, around);
  if (missing.length + shared.length > 0) session.moving.setState({ pasting: { clip, at, missing, shared } });
  else addFragment(session, clip.fragment, at, 'paste');
}

/** Pastes with what was chosen instead, by kind and key; what was left open stays, and is told by the checks. */
export function pasteRebound(
  session: Session,
  clip: Clip,
  at: PortRef | null,
  chosen: ReadonlyMap<string, string>,
): void {
  const { graph } = session.doc.store.getState();
  const rebind: Rebind = (what, key) => {
    const instead = chosen.get(`${what} ${key}`);
    if (instead !== undefined) return instead;
    // A node of the same name here would be another one.
    return what === 'node' && clip.journey !== session.id && graph.nodes[key] ? freshId(graph, 'gone') : key;
  };
  addFragment(session, clip.fragment, at, 'paste', rebind);
}

function lastOpenEnd({ doc }: Session): PortRef | undefined {
  return [...doc.store.getState().layout.routes.values()].findLast(({ to }) => to === null)?.from;
}

const inform = (message: string) => notifications.show({ id: 'told', withBorder: true, autoClose: 4000, message });

function refuse(text: Text): void {
  inform(say(text));
}

import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { useEffect, type KeyboardEvent } from 'react';
import { comboOf, isImeKey, plainCombo } from '../../hotkeys.ts';
import type { Session } from '../session/session.ts';
import { useSession } from '../session/use-session.ts';
import type { Reach } from './action.ts';
import { actionAt, isSingle } from './find-action.ts';
import { perform } from './perform.ts';
import { singleKeys } from '../../single-keys.ts';

/** What a view does with some of the keys itself; answers whether it did. */
type OwnKeys = (combo: string) => boolean;

/** The handler around canvas or outline: the view's own keys first, then every key of every action. */
export function useFlowKeys(own?: OwnKeys, node?: () => NodeId | null): (event: KeyboardEvent) => void {
  const session = useSession();
  return (event) => {
    const { nativeEvent: key } = event;
    if (key.isComposing || event.defaultPrevented || isField(event.target)) return;
    const combo = plainCombo(key);
    const mayBe = !isSingle(combo) || singleKeys.areOn();
    if ((mayBe && own?.(combo)) || act(session, combo, 'flow', node?.())) stop(event);
  };
}

/** Keys that work all over the page, and those that work in its fields, too. */
export function usePageKeys(): void {
  const session = useSession();
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (isImeKey(event) || event.defaultPrevented || isInModal(event.target)) return;
      if (act(session, comboOf(event), isField(event.target) ? 'anywhere' : 'page')) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [session]);
}

function act(session: Session, combo: string, focus: Reach, node?: NodeId | null): boolean {
  const action = actionAt(combo, focus, singleKeys.areOn());
  if (action) perform(session, action, node);
  return action !== undefined;
}

const stop = (event: KeyboardEvent) => {
  event.preventDefault();
  event.stopPropagation();
};

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) ||
    target.closest('[role="dialog"], [role="menu"]') !== null);

const isInModal = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[aria-modal="true"]') !== null;

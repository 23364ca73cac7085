import { useEffect, type KeyboardEvent } from 'react';
import { comboOf, isImeKey, plainCombo } from '../../hotkeys.ts';
import type { Session } from '../session/session.ts';
import { useSession } from '../session/use-session.ts';
import type { Reach } from './action.ts';
import { actionAt } from './find-action.ts';
import { perform } from './perform.ts';
import { singleKeys } from '../../single-keys.ts';

/** The handler around canvas or outline: every key of every action. */
export function useFlowKeys(): (event: KeyboardEvent) => void {
  const session = useSession();
  return (event) => {
    const { nativeEvent: key } = event;
    if (key.isComposing || event.defaultPrevented || isField(event.target)) return;
    if (act(session, plainCombo(key), 'flow')) stop(event);
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

function act(session: Session, combo: string, focus: Reach): boolean {
  const action = actionAt(combo, focus, singleKeys.areOn());
  if (action) perform(session, action);
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

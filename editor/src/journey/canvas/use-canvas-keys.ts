import type { KeyboardEvent } from 'react';
import { comboOf, isImeKey } from '../../hotkeys.ts';
import { duplicateNode, goTo, pickAfter, pickBefore } from '../session/actions.ts';
import { useSession } from '../session/use-session.ts';
import { useRemoval } from '../session/use-removal.tsx';
import { walkFrom, type Step } from './walk-focus.ts';

const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'start',
  End: 'openEnd',
};

/** The canvas's keys, for the one handler around it. They work on the selected card. */
export function useCanvasKeys(): (event: KeyboardEvent) => void {
  const session = useSession();
  const { doc, ui, viewport } = session;
  const remove = useRemoval();
  const onNode: Record<string, (id: string) => void> = {
    n: (id) => pickAfter(session, id),
    'shift+n': (id) => pickBefore(session, id),
    Enter: () => ui.openPanel(),
    ' ': () => ui.openPanel(),
    F2: () => ui.openPanel('name'),
    Delete: (id) => remove(id, { subtree: false }),
    Backspace: (id) => remove(id, { subtree: false }),
    'shift+Delete': (id) => remove(id, { subtree: true }),
    'shift+Backspace': (id) => remove(id, { subtree: true }),
    'mod+d': (id) => duplicateNode(session, id),
    p: (id) => doc.dispatch({ do: 'toggleDisabled', id }),
    Escape: () => ui.select(null),
  };
  const always: Record<string, () => void> = {
    '+': () => viewport.current?.zoom('in'),
    '-': () => viewport.current?.zoom('out'),
    '0': () => viewport.current?.zoom('full'),
    '1': () => viewport.current?.fit(),
  };
  return (event) => {
    if (isImeKey(event.nativeEvent) || event.defaultPrevented || isField(event.target)) return;
    const combo = comboOf(event.nativeEvent);
    const { graph, layout } = doc.store.getState();
    const { selected } = ui.store.getState();
    const step = STEPS[combo];
    const act = selected === null ? undefined : onNode[combo];
    if (step) {
      const to = selected === null ? graph.start : walkFrom(graph, layout, selected, step);
      if (to) goTo(session, to);
    } else if (act && selected !== null) act(selected);
    else if (always[combo]) always[combo]();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

const isField = (target: EventTarget) =>
  target instanceof HTMLElement &&
  (target.tagName === 'INPUT' || target.tagName === 'TEXTAREA' || target.closest('[role="dialog"]') !== null);

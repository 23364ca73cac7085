import { useEffect, useRef, type RefObject } from 'react';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import type { Session } from '../session/session.ts';
import { useSession } from '../session/use-session.ts';
import { chosenIn } from '../session/ui-store.ts';
import { dragBox } from './drag-box.ts';
import { dragCard } from './drag-card.ts';
import { dragEnd } from './drag-end.ts';
import { follow } from './gesture.ts';
import { selectTo, toggleSelected } from './select.ts';
import { space } from './space.ts';

/** What pointers do on the canvas beside clicking: drags, ranges, the menu. Listens before the drawing library does. */
export function usePointer(): RefObject<HTMLDivElement | null> {
  const session = useSession();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = ref.current;
    if (!box) return undefined;
    const listening = new AbortController();
    const options = { capture: true, signal: listening.signal };
    box.addEventListener('pointerdown', (event) => press(session, box, event), options);
    box.addEventListener('mousedown', (event) => keepFocus(event), options);
    box.addEventListener('click', (event) => click(session, event), options);
    box.addEventListener('contextmenu', (event) => menuAt(session, event), options);
    return () => listening.abort();
  }, [session]);
  return ref;
}

const partOf = (event: Event, selector: string) =>
  event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;
const cardOf = (event: Event): NodeId | undefined => partOf(event, '[data-node]')?.dataset['node'];

function press(session: Session, box: HTMLElement, event: PointerEvent): void {
  const card = partOf(event, '[data-node]');
  const isDesign = session.ui.store.getState().mode === 'design';
  const isMouse = event.pointerType !== 'touch';
  // A finger moves the picture, and a mouse only where nothing is drawn.
  card?.classList.toggle('nopan', isMouse && isDesign && event.button === 0 && !space.isDown());
  if (!isMouse) {
    if (card) holdForMenu(session, event);
    return;
  }
  if (space.isDown()) {
    space.use(); // the picture follows the pointer, whatever lies below it
    return;
  }
  if (event.button !== 0 || partOf(event, '[role="dialog"], [data-more]')) return;
  const id = card?.dataset['node'];
  const route = session.doc.store.getState().layout.routes.get(partOf(event, '[data-route]')?.dataset['route'] ?? '');
  if (id !== undefined && isDesign && !event.shiftKey) follow(event, box, dragCard(session, id, box));
  else if (route && route.to === null && isDesign) follow(event, box, dragEnd(session, route.from, box));
  else if (partOf(event, '.react-flow__pane')) follow(event, box, dragBox(session, box));
}

/** Range and single choice begin at the card that has the focus, so it must keep it; moving the picture is no choice. */
function keepFocus(event: MouseEvent): void {
  if (space.isDown() || event.button === 1) event.preventDefault();
  else if (cardOf(event) !== undefined && (event.shiftKey || event.ctrlKey || event.metaKey)) event.preventDefault();
}

function click(session: Session, event: MouseEvent): void {
  const id = cardOf(event);
  if (id === undefined) return;
  if (partOf(event, '[data-people]')) {
    session.ui.select(id);
    session.ui.show('people');
  } else if (partOf(event, '[data-more]')) openMenuFor(session, id, event);
  else if (event.shiftKey) selectTo(session, id);
  else if (event.ctrlKey || event.metaKey) toggleSelected(session, id);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function menuAt(session: Session, event: MouseEvent): void {
  const id = cardOf(event);
  if (id === undefined) return;
  event.preventDefault();
  openMenuFor(session, id, event);
}

function openMenuFor(
  { ui, moving }: Session,
  id: NodeId,
  { clientX, clientY }: { clientX: number; clientY: number },
): void {
  if (!chosenIn(ui.store.getState()).includes(id)) ui.select(id);
  moving.setState({ menu: { x: clientX, y: clientY } });
}

/** How long a finger rests on a card for its menu, in milliseconds. */
const HOLD = 500;

function holdForMenu(session: Session, down: PointerEvent): void {
  const id = cardOf(down);
  const listening = new AbortController();
  const { signal } = listening;
  const timer = setTimeout(() => {
    listening.abort();
    if (id !== undefined) openMenuFor(session, id, down);
  }, HOLD);
  const giveUp = () => {
    clearTimeout(timer);
    listening.abort();
  };
  const onMove = ({ clientX, clientY }: PointerEvent) => {
    if (Math.hypot(clientX - down.clientX, clientY - down.clientY) > 10) giveUp();
  };
  window.addEventListener('pointermove', onMove, { signal });
  for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, giveUp, { signal });
}

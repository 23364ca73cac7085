import { useHotkeys } from '../hotkeys.ts';
import { goTo, travel } from './session/actions.ts';
import { useSession } from './session/use-session.ts';

const REGIONS = ['toolbar', 'canvas', 'panel'];

/** Keys of the whole page: time, problems, regions, the list of keys. */
export function usePageKeys(): void {
  const session = useSession();
  const { doc, ui } = session;
  const toProblem = (by: 1 | -1) => {
    const { problems } = doc.store.getState();
    const nodes = [...new Set(problems.flatMap(({ node }) => node ?? []))];
    const here = nodes.indexOf(ui.store.getState().selected ?? '');
    const to = nodes[(here + by + nodes.length) % nodes.length] ?? nodes[0];
    if (to) goTo(session, to);
  };
  useHotkeys({
    'mod+z': () => travel(session, 'undo'),
    'mod+shift+z': () => travel(session, 'redo'),
    'mod+y': () => travel(session, 'redo'),
    e: () => toProblem(1),
    'shift+e': () => toProblem(-1),
    '?': () => ui.show('keys'),
  });
  useHotkeys({ F6: () => toRegion(1), 'shift+F6': () => toRegion(-1) }, { inFields: true });
}

/** Moves the focus to the next part of the page. */
function toRegion(by: 1 | -1): void {
  const here = document.activeElement?.closest('[data-region]')?.getAttribute('data-region') ?? '';
  const at = REGIONS.indexOf(here);
  const next = REGIONS[(at + by + REGIONS.length) % REGIONS.length];
  const region = document.querySelector(`[data-region="${next}"]`);
  const stop =
    region?.querySelector<HTMLElement>('[data-node][tabindex="0"]') ??
    region?.querySelector<HTMLElement>('button, input, a');
  stop?.focus();
}

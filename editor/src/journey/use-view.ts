import { useMediaQuery } from '@mantine/hooks';
import type { View } from './session/ui-store.ts';
import { useUi } from './session/use-session.ts';

/** Whether the page is as narrow as a phone's (or as a page at 400 %). */
export const useIsPhone = (): boolean =>
  useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });

/** How the journey is shown now. A canvas needs room: on phones the outline is the editor. */
export function useView(): View {
  const chosen = useUi(({ view }) => view);
  return useIsPhone() ? 'outline' : chosen;
}

import { lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { Suspense } from 'react';
import { useMoving } from '../session/use-session.ts';
import { CarryBar } from './CarryBar.tsx';
import { useCarryKeys } from './use-carry-keys.ts';
import { useClipboard } from './use-clipboard.ts';

const PasteDialog = lazyPart(() => import('./PasteDialog.tsx'), 'PasteDialog');
const Choose = lazyPart(() => import('./Choose.tsx'), 'Choose');
const ActionMenu = lazyPart(() => import('./ActionMenu.tsx'), 'ActionMenu');

/** Everything about moving that lies over the page: what is carried, what is asked, the menu of nodes. */
export function Moving() {
  useClipboard();
  useCarryKeys();
  const pasting = useMoving((state) => state.pasting);
  const choosing = useMoving((state) => state.choosing);
  const menu = useMoving((state) => state.menu);
  return (
    <>
      <CarryBar />
      <Suspense>
        {pasting && <PasteDialog {...pasting} />}
        {choosing && <Choose {...choosing} />}
        {menu && <ActionMenu {...menu} />}
      </Suspense>
    </>
  );
}

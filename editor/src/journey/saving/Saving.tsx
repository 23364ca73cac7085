import { lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { Suspense } from 'react';
import { useSaved, useUi } from '../session/use-session.ts';
import { useAskName } from './use-ask-name.tsx';
import { useFieldUndo } from './use-field-undo.ts';
import { useLeaving } from './use-leaving.ts';
import { useTold } from './use-told.ts';

const ConflictDialog = lazyPart(() => import('./ConflictDialog.tsx'), 'ConflictDialog');

/** Everything about saving that is not seen all the time. */
export function Saving() {
  useLeaving();
  useFieldUndo();
  useTold();
  useAskName();
  const conflict = useSaved(({ state }) => (state.kind === 'conflict' ? state.conflict : undefined));
  const isOpen = useUi(({ dialog }) => dialog === 'conflict');
  if (!conflict) return null;
  return (
    <Suspense>
      <ConflictDialog conflict={conflict} isOpen={isOpen} />
    </Suspense>
  );
}

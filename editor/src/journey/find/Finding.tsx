import { lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { Suspense } from 'react';
import { useUi } from '../session/use-session.ts';

const FindBar = lazyPart(() => import('./FindBar.tsx'), 'FindBar');

/** The bar that finds nodes, while it is wanted. */
export function Finding() {
  const isFinding = useUi(({ finding }) => finding);
  return <Suspense>{isFinding && <FindBar />}</Suspense>;
}

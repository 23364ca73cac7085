import { lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { Suspense } from 'react';
import type { PeopleAsked } from '../api/reports.ts';

const PeopleDialog = lazyPart(() => import('./PeopleDialog.tsx'), 'PeopleDialog');

/** The people behind a figure, fetched when they are asked for. */
export function People(props: { title: string; asked: PeopleAsked; onClose: () => void }) {
  return (
    <Suspense fallback={null}>
      <PeopleDialog {...props} />
    </Suspense>
  );
}

import { lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { Suspense, useEffect, useState } from 'react';
import type { PeopleAsked } from '../api/reports.ts';

const PeopleDialog = lazyPart(() => import('./PeopleDialog.tsx'), 'PeopleDialog');

/** The people behind a figure, fetched when they are asked for; the focus goes back to where it was. */
export function People(props: { title: string; asked: PeopleAsked; onClose: () => void }) {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement) opener.focus();
    },
    [opener],
  );
  return (
    <Suspense fallback={null}>
      <PeopleDialog {...props} />
    </Suspense>
  );
}

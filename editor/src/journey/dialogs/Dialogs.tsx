import { lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { Suspense, type ComponentType } from 'react';
import type { Dialog } from '../session/ui-store.ts';
import { useUi } from '../session/use-session.ts';
import { useReturnedFocus } from '../../ui/use-returned-focus.ts';

/** Those of a conflict and of the people inside are kept where they belong: they remember what was chosen in them. */
const DIALOGS: Readonly<Partial<Record<Dialog, ComponentType>>> = {
  publish: lazyPart(() => import('../publish/PublishDialog.tsx'), 'PublishDialog'),
  versions: lazyPart(() => import('../versions/VersionsDialog.tsx'), 'VersionsDialog'),
  parked: lazyPart(() => import('../parked/ParkedDialog.tsx'), 'ParkedDialog'),
  json: lazyPart(() => import('./JsonDialog.tsx'), 'JsonDialog'),
  keys: lazyPart(() => import('./KeysDialog.tsx'), 'KeysDialog'),
  palette: lazyPart(() => import('../palette/CommandPalette.tsx'), 'CommandPalette'),
  comments: lazyPart(() => import('../comments/CommentsDrawer.tsx'), 'CommentsDrawer'),
  review: lazyPart(() => import('../review/ReviewDialog.tsx'), 'ReviewDialog'),
  rehearsal: lazyPart(() => import('../rehearsal/RehearsalDialog.tsx'), 'RehearsalDialog'),
  print: lazyPart(() => import('../print/PrintSheet.tsx'), 'PrintSheet'),
};

/** What lies over the whole page, one at a time. */
export function Dialogs() {
  const dialog = useUi((state) => state.dialog);
  useReturnedFocus(dialog !== null);
  const Part = dialog === null ? undefined : DIALOGS[dialog];
  return <Suspense>{Part && <Part />}</Suspense>;
}

import { lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { Suspense, type ComponentType } from 'react';
import type { Dialog } from '../session/ui-store.ts';
import { useUi } from '../session/use-session.ts';
import { useReturnedFocus } from './use-returned-focus.ts';

/** That of a conflict is kept elsewhere: it remembers what was chosen while it is away. */
const DIALOGS: Readonly<Record<Exclude<Dialog, 'conflict'>, ComponentType>> = {
  publish: lazyPart(() => import('../publish/PublishDialog.tsx'), 'PublishDialog'),
  versions: lazyPart(() => import('../versions/VersionsDialog.tsx'), 'VersionsDialog'),
  parked: lazyPart(() => import('../parked/ParkedDialog.tsx'), 'ParkedDialog'),
  json: lazyPart(() => import('./JsonDialog.tsx'), 'JsonDialog'),
  keys: lazyPart(() => import('./KeysDialog.tsx'), 'KeysDialog'),
  palette: lazyPart(() => import('../palette/CommandPalette.tsx'), 'CommandPalette'),
  print: lazyPart(() => import('../print/PrintSheet.tsx'), 'PrintSheet'),
};

/** What lies over the whole page, one at a time. */
export function Dialogs() {
  const dialog = useUi((state) => state.dialog);
  useReturnedFocus(dialog !== null);
  const Part = dialog === null || dialog === 'conflict' ? undefined : DIALOGS[dialog];
  return <Suspense>{Part && <Part />}</Suspense>;
}

import { lazy, Suspense } from 'react';
import { useUi } from '../session/use-session.ts';

const PublishDialog = lazy(async () => ({ default: (await import('./PublishDialog.tsx')).PublishDialog }));
const VersionsDialog = lazy(async () => ({ default: (await import('../versions/VersionsDialog.tsx')).VersionsDialog }));

/** Publishing and looking back; loaded when first asked for. */
export function PublishingDialogs() {
  const dialog = useUi((state) => state.dialog);
  return (
    <Suspense fallback={null}>
      {dialog === 'publish' && <PublishDialog />}
      {dialog === 'versions' && <VersionsDialog />}
    </Suspense>
  );
}

import { lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { Suspense } from 'react';
import { useUi } from '../session/use-session.ts';

const FooterButton = lazyPart(() => import('./FooterButton.tsx'), 'FooterButton');

/** The way out of a problem that a footer solves, where the journey may be changed. */
export function FooterFix({ footer }: { footer: string | undefined }) {
  const mayChange = useUi(({ mode }) => mode === 'design');
  if (footer === undefined || !mayChange) return null;
  return (
    <Suspense>
      <FooterButton footer={footer} />
    </Suspense>
  );
}

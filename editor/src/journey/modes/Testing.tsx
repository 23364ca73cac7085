import { lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { Suspense } from 'react';
import { useUi } from '../session/use-session.ts';
import { TestFrame } from './TestFrame.tsx';

const Transport = lazyPart(() => import('../simulation/Transport.tsx'), 'Transport');
const TokenVoice = lazyPart(() => import('../simulation/TokenVoice.tsx'), 'TokenVoice');

/** What lies over the canvas and the outline while a journey is tested: the frame, the clock, and who is where by ear. */
export function Testing() {
  const isTest = useUi(({ mode }) => mode === 'test');
  if (!isTest) return null;
  return (
    <>
      <TestFrame />
      <Suspense>
        <Transport />
        <TokenVoice />
      </Suspense>
    </>
  );
}

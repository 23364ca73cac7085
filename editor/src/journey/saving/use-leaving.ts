import { useEffect } from 'react';
import { useSaved, useSession } from '../session/use-session.ts';

/** Hiding the page saves. Closing it asks first while something would be lost, or would wait for the next visit. */
export function useLeaving(): void {
  const { autosave } = useSession();
  const isAtRisk = useSaved(({ state, isKept }) => {
    const isUnsaved = state.kind === 'offline' || state.kind === 'failed' || state.kind === 'conflict';
    return isUnsaved || (!isKept && state.kind !== 'saved');
  });
  useEffect(() => {
    const save = () => {
      if (document.visibilityState === 'hidden') void autosave.flush({ leaving: true }).catch(() => undefined); // the chip says so
    };
    document.addEventListener('visibilitychange', save);
    return () => document.removeEventListener('visibilitychange', save);
  }, [autosave]);
  useEffect(() => {
    if (!isAtRisk) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isAtRisk]);
}

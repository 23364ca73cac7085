import { useEffect, useState } from 'react';

/** Whole seconds until an instant (ms), never below 0; undefined without one. */
export function useSecondsLeft(until: number | null): number | undefined {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until === null) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [until]);
  return until === null ? undefined : Math.max(0, Math.ceil((until - now) / 1000));
}

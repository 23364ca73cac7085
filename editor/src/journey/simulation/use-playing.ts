import { DAY_LENGTH } from '@tabiji/shared/time/day.ts';
import { useEffect } from 'react';
import { useSession, useSim } from '../session/use-session.ts';

const TICK = 50;

/** While playing, the clock goes on by so many days a second, until the end of the time line. */
export function usePlaying(daysPerSecond: number): void {
  const { sim } = useSession();
  const isPlaying = useSim((state) => state.isPlaying);
  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setInterval(() => {
      const { at, seen } = sim.store.getState();
      sim.moveTo(at + (daysPerSecond * DAY_LENGTH * TICK) / 1000);
      if (!seen || sim.store.getState().at >= seen.to) sim.play(false);
    }, TICK);
    return () => clearInterval(timer);
  }, [daysPerSecond, isPlaying, sim]);
}

import { useDoc, useLive } from '../session/use-session.ts';

/** Which figures of mails mean anything here: `untold` judges by it. */
export function useKnown(): { clicks: boolean; goal: boolean } {
  const clicks = useLive(({ knowsClicks }) => knowsClicks);
  const goal = useDoc(({ graph }) => graph.settings.goal !== undefined);
  return { clicks, goal };
}

import type { Progress } from '../app.ts';
import type { Reporter } from './progress.ts';

/** Tells of work behind the page at every tenth of it. */
export function seedingProgress(report: Reporter): (progress: Progress) => void {
  const told = new Map<string, number>();
  return ({ what, done, total }) => {
    const tenth = total === 0 ? 10 : Math.floor((done / total) * 10);
    if (tenth <= (told.get(what) ?? -1)) return;
    told.set(what, tenth);
    report.say(`${what}: ${done} of ${total}`);
  };
}

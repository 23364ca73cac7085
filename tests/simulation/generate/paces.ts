import { type Paces } from '@tabiji/shared/sending/pace.ts';
import type { Random } from '../random.ts';

/** Half of the shops send as fast as they can; the others so slowly that mails wait for their turn, some for days. */
export function pacesOf(random: Random, beginning: number): Paces {
  if (random.chance(0.5)) return {};
  return {
    main: {
      perMinute: { '*': random.pick([null, 1, 3]), other: random.pick([null, 1, 2]) },
      warmUp: random.chance(0.4)
        ? { from: new Date(beginning).toISOString().slice(0, 10), first: random.int(1, 4), target: 60 }
        : null,
    },
  };
}

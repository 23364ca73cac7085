import { expect, test } from 'vitest';
import { killBusyWorkers } from './takeovers.ts';

test(
  'a hundred workers killed at their work: 99 of them are replaced within five seconds',
  { timeout: 2_400_000 },
  async () => {
    const took = await killBusyWorkers(100);
    const at = (share: number) => took[Math.ceil(took.length * share) - 1]!;
    const figures = [0.5, 0.99, 1].map((share) => at(share).toFixed(0));
    process.stdout.write(
      `taken over after ${figures[0]} ms in the middle, p99 ${figures[1]} ms, at most ${figures[2]} ms\n`,
    );
    expect(at(0.99)).toBeLessThan(5000);
  },
);

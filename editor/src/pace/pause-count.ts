import type { SenderPause } from '@tabiji/shared/api/pace.ts';

/** How many mails made a sender stop. */
export function pauseCount({ because, figures }: Pick<SenderPause, 'because' | 'figures'>): number {
  if (because === 'bounces') return figures.hard;
  return because === 'complaints' ? figures.complained : figures.policy;
}

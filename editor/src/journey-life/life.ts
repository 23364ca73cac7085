import type { JourneyStatus } from '@tabiji/shared/api/journey-life.ts';
import type { JourneyDetail } from '@tabiji/shared/api/journeys.ts';
import type { Token } from '../tokens.ts';

/** What can be done with a whole journey. */
export type LifeAction = 'pause' | 'resume' | 'stop' | 'archive' | 'restore';

const ACTIONS: Record<JourneyStatus, readonly LifeAction[]> = {
  draft: ['archive'],
  live: ['pause', 'stop'],
  paused: ['resume', 'stop'],
  stopped: ['archive'],
  archived: ['restore'],
};

/** What may be done now; nothing while a resume or stop is under way, but for a pause. */
export const actionsOf = ({ status, change }: Pick<JourneyDetail, 'status' | 'change'>): readonly LifeAction[] => {
  if (!change) return ACTIONS[status];
  return change.do === 'stop' ? [] : ['pause', 'stop'];
};

/** The colour and fill of a status: filled while somebody may move. */
export const lookOf: Record<JourneyStatus, { token: Token; isHollow: boolean }> = {
  draft: { token: 'muted', isHollow: true },
  live: { token: 'start', isHollow: false },
  paused: { token: 'branch', isHollow: true },
  stopped: { token: 'exit', isHollow: true },
  archived: { token: 'muted', isHollow: true },
};

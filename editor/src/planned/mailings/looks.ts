import type { MailingState } from '@tabiji/shared/api/mailings.ts';
import type { Token } from '../../tokens.ts';

/** How a mailing's state looks: filled while something is still to come. */
export const LOOKS: Readonly<Record<MailingState, { token: Token; isHollow: boolean }>> = {
  draft: { token: 'branch', isHollow: true },
  scheduled: { token: 'wait', isHollow: false },
  running: { token: 'send', isHollow: false },
  paused: { token: 'branch', isHollow: false },
  done: { token: 'start', isHollow: false },
  cancelled: { token: 'exit', isHollow: true },
  stopped: { token: 'error', isHollow: true },
};

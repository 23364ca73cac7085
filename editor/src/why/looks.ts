import type { WhyLine } from '@tabiji/shared/api/why.ts';
import { IconClockPause, IconDoorExit, IconLogin2, IconMail, IconRoute } from '@tabler/icons-react';
import type { Token } from '../tokens.ts';

/** Icon and colour of each kind of line. */
export const WHY_LOOKS: Readonly<Record<WhyLine['kind'], { Icon: typeof IconRoute; token: Token }>> = {
  entered: { Icon: IconLogin2, token: 'start' },
  step: { Icon: IconRoute, token: 'muted' },
  held: { Icon: IconClockPause, token: 'wait' },
  letter: { Icon: IconMail, token: 'send' },
  ended: { Icon: IconDoorExit, token: 'exit' },
};

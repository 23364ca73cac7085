import type { TraceRow } from '@tabiji/shared/api/trace.ts';
import {
  IconBolt,
  IconClockPause,
  IconDoorExit,
  IconDoorOff,
  IconLogin2,
  IconMail,
  IconRoute,
} from '@tabler/icons-react';
import type { Token } from '../../../tokens.ts';

/** Icon and colour of each kind of row. */
export const TRACE_LOOKS: Readonly<Record<TraceRow['kind'], { Icon: typeof IconRoute; token: Token }>> = {
  entered: { Icon: IconLogin2, token: 'start' },
  refused: { Icon: IconDoorOff, token: 'error' },
  fact: { Icon: IconBolt, token: 'update' },
  step: { Icon: IconRoute, token: 'muted' },
  held: { Icon: IconClockPause, token: 'wait' },
  mail: { Icon: IconMail, token: 'send' },
  ended: { Icon: IconDoorExit, token: 'exit' },
};

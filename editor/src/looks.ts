import {
  IconAlertTriangle,
  IconBolt,
  IconCalendarTime,
  IconClick,
  IconClockPause,
  IconDoorExit,
  IconDoorOff,
  IconFilter,
  IconLogin2,
  IconMail,
  IconMailCheck,
  IconMailOpened,
  IconMailX,
  IconRoute,
  IconShoppingBag,
  IconTruckDelivery,
} from '@tabler/icons-react';
import type { Token } from './tokens.ts';

/** Icon and colour of something that happens to a customer. */
export interface Look {
  Icon: typeof IconRoute;
  token: Token;
}

/** THE looks of what happens to customers: the same thing looks the same in every list. */
export const LOOKS = {
  entered: { Icon: IconLogin2, token: 'start' },
  refused: { Icon: IconDoorOff, token: 'error' },
  event: { Icon: IconBolt, token: 'update' },
  step: { Icon: IconRoute, token: 'muted' },
  held: { Icon: IconClockPause, token: 'wait' },
  mail: { Icon: IconMail, token: 'send' },
  delivered: { Icon: IconMailCheck, token: 'muted' },
  opened: { Icon: IconMailOpened, token: 'send' },
  clicked: { Icon: IconClick, token: 'start' },
  bounced: { Icon: IconMailX, token: 'error' },
  complained: { Icon: IconAlertTriangle, token: 'error' },
  ended: { Icon: IconDoorExit, token: 'exit' },
  order: { Icon: IconShoppingBag, token: 'start' },
  shipment: { Icon: IconTruckDelivery, token: 'update' },
  segment: { Icon: IconFilter, token: 'branch' },
  planned: { Icon: IconCalendarTime, token: 'wait' },
} as const satisfies Record<string, Look>;

import type { TimelineEntry } from '@tabiji/shared/api/customers.ts';
import {
  IconBolt,
  IconCalendarTime,
  IconDoorExit,
  IconFilter,
  IconLogin2,
  IconMail,
  IconRoute,
  IconShoppingBag,
  IconTruckDelivery,
} from '@tabler/icons-react';
import type { Token } from '../tokens.ts';

/** Icon and colour of each kind of entry. */
export const TIMELINE_LOOKS: Readonly<Record<TimelineEntry['kind'], { Icon: typeof IconBolt; token: Token }>> = {
  order: { Icon: IconShoppingBag, token: 'start' },
  shipment: { Icon: IconTruckDelivery, token: 'update' },
  message: { Icon: IconMail, token: 'send' },
  entered: { Icon: IconLogin2, token: 'start' },
  pass: { Icon: IconRoute, token: 'muted' },
  exit: { Icon: IconDoorExit, token: 'exit' },
  event: { Icon: IconBolt, token: 'update' },
  segment: { Icon: IconFilter, token: 'branch' },
  planned: { Icon: IconCalendarTime, token: 'wait' },
};

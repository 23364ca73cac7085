import type { TimelineEntry } from '@tabiji/shared/api/customers.ts';
import { LOOKS, type Look } from '../looks.ts';

const { order, shipment, mail, entered, step, ended, event, segment, planned } = LOOKS;

/** Icon and colour of each kind of entry. */
export const TIMELINE_LOOKS: Readonly<Record<TimelineEntry['kind'], Look>> = {
  order,
  shipment,
  message: mail,
  entered,
  pass: step,
  exit: ended,
  event,
  segment,
  planned,
};

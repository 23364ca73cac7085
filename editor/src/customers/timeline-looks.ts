import type { TimelineEntry } from '@tabiji/shared/api/customers.ts';
import { LOOKS, type Look } from '../looks.ts';
import { feedbackEvent } from './feedback-event.ts';

const { order, shipment, mail, entered, step, ended, event, segment, planned } = LOOKS;

/** Icon and colour of each kind of entry. */
const TIMELINE_LOOKS: Readonly<Record<TimelineEntry['kind'], Look>> = {
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

/** What a mail came to looks like that, not like any event. */
export function lookOf(entry: TimelineEntry): Look {
  const feedback = entry.kind === 'event' ? feedbackEvent(entry) : undefined;
  return feedback ? LOOKS[feedback.what] : TIMELINE_LOOKS[entry.kind];
}

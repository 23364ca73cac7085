import type { MessageCondition } from '@tabiji/shared/conditions/condition.ts';
import { MESSAGE_EVENTS } from '@tabiji/shared/conditions/message-events.ts';
import type { Entry } from './entry.ts';

/** What an event tells of a mail. */
export interface FeedbackEvent {
  what: Exclude<MessageCondition['message'], 'sent'>;
  template: string;
  /** Where the link that was clicked leads. */
  link?: string;
}

const KINDS = new Map(
  Object.entries(MESSAGE_EVENTS).map(([what, name]) => [name as string, what as FeedbackEvent['what']]),
);

/** Undefined for events that tell of no mail. */
export function feedbackEvent({
  name,
  properties,
}: Pick<Entry<'event'>, 'name' | 'properties'>): FeedbackEvent | undefined {
  const what = KINDS.get(name);
  const { template, link } = properties;
  if (what === undefined || typeof template !== 'string') return undefined;
  return { what, template, ...(typeof link === 'string' && { link }) };
}

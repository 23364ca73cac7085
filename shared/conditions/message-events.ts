/**
 * Feedback on messages arrives as events: what each kind is called. Their properties say `message` (its number),
 * `template`, `journey` and `node`.
 */
export const MESSAGE_EVENTS = {
  delivered: 'message_delivered',
  opened: 'message_opened',
  clicked: 'message_clicked',
  bounced: 'message_bounced',
  complained: 'message_complained',
} as const;
export type MessageEvent = (typeof MESSAGE_EVENTS)[keyof typeof MESSAGE_EVENTS];

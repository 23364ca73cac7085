import { z } from 'zod';
import { Properties } from '../json.ts';
import { FEEDBACK_STATES } from '../sending/feedback.ts';

export const CustomerRow = z.object({
  id: z.int(),
  externalId: z.string(),
  name: z.string().describe('family name, given name; empty when unknown'),
  email: z.string().nullable(),
  orderCount: z.int(),
  orderAmount: z.int(),
  lastOrderAt: z.string().nullable(),
});
export type CustomerRow = z.infer<typeof CustomerRow>;

export const CustomerPage = z.object({
  customers: z.array(CustomerRow),
  next: z.string().nullable(),
  total: z.int().describe('all customers of the workspace'),
});
export type CustomerPage = z.infer<typeof CustomerPage>;

/** One present passage through a journey. */
export const EnrollmentRow = z.object({
  id: z.int(),
  journeyId: z.int(),
  journey: z.string(),
  version: z.int(),
  node: z.string(),
  nodeName: z.string().nullable().describe('the name its author gave the node'),
  nodeType: z.string(),
  enteredAt: z.string(),
  dueAt: z.string().nullable().describe('when it goes on; null while it waits for something else'),
  endedAt: z.string().nullable(),
  exitReason: z.string().nullable(),
  error: z.string().nullable().describe('why it is parked'),
});
export type EnrollmentRow = z.infer<typeof EnrollmentRow>;

export const CustomerDetail = CustomerRow.extend({
  phone: z.string().nullable(),
  lastName: z.string().nullable(),
  firstName: z.string().nullable(),
  lastNameKana: z.string().nullable(),
  firstNameKana: z.string().nullable(),
  locale: z.string().nullable(),
  timeZone: z.string().nullable(),
  attributes: Properties,
  firstOrderAt: z.string().nullable(),
  createdAt: z.string(),
  segments: z.array(z.object({ key: z.string(), name: z.string() })),
  enrollments: z.array(EnrollmentRow),
});
export type CustomerDetail = z.infer<typeof CustomerDetail>;

/** A letter waited: since when, why (`quiet_hours`, `send_window`, `blackout`, `cap`, `paused`), until when where that was known. */
export const Held = z.object({ since: z.string(), why: z.string(), until: z.string().nullable() });
export type Held = z.infer<typeof Held>;

/** What happened to one customer, newest first; future entries (when `future` is true) say what is planned. */
export const TimelineEntry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('event'), at: z.string(), id: z.int(), name: z.string(), properties: Properties }),
  z.object({
    kind: z.literal('order'),
    at: z.string(),
    id: z.int(),
    externalId: z.string(),
    amount: z.int(),
    refunded: z.int(),
    quantity: z.number().nullable(),
    status: z.string(),
    orderKind: z.string(),
    items: z.array(Properties),
  }),
  z.object({ kind: z.literal('shipment'), at: z.string(), id: z.int(), what: z.enum(['shipped', 'delivered']) }),
  z.object({ kind: z.literal('entered'), at: z.string(), id: z.int(), journeyId: z.int(), journey: z.string() }),
  z.object({
    kind: z.literal('pass'),
    at: z.string(),
    id: z.int().describe('enrollment'),
    journeyId: z.int(),
    journey: z.string(),
    steps: z.array(
      z.object({
        node: z.string(),
        name: z.string().nullable(),
        type: z.string(),
        outcome: z.string(),
        port: z.string().nullable(),
        until: z.string().nullable(),
      }),
    ),
  }),
  z.object({
    kind: z.literal('message'),
    at: z.string(),
    id: z.int(),
    journeyId: z.int(),
    journey: z.string(),
    template: z.string(),
    subject: z.string().nullable(),
    state: z.string(),
    because: z.string().nullable(),
    holds: z.array(Held).describe('what it had to wait for, in order'),
    letterId: z.int().nullable(),
    feedback: z.enum(FEEDBACK_STATES).describe('the strongest that was told of a mail that was sent'),
  }),
  z.object({
    kind: z.literal('exit'),
    at: z.string(),
    id: z.int(),
    journeyId: z.int(),
    journey: z.string(),
    reason: z.string(),
  }),
  z.object({
    kind: z.literal('segment'),
    at: z.string(),
    key: z.string(),
    name: z.string(),
    change: z.enum(['entered', 'left']),
  }),
  z.object({
    kind: z.literal('planned'),
    at: z.string(),
    id: z.int(),
    journeyId: z.int(),
    journey: z.string(),
    node: z.string(),
    nodeName: z.string().nullable(),
    nodeType: z.string(),
    held: z.string().nullable().describe('why a letter waits until then; null where the customer does'),
  }),
]);
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const Timeline = z.object({ entries: z.array(TimelineEntry), next: z.string().nullable() });
export type Timeline = z.infer<typeof Timeline>;

import { z } from 'zod';
import { Condition } from '../conditions/condition.ts';
import { JourneyGraph, NodeId } from '../journey/graph.ts';
import { Words } from '../locale.ts';
import { Topic } from '../sending/rules.ts';
import { IsoDuration } from '../time.ts';
import { DateOrInstant, IsoInstant } from './basics.ts';
import { Identify, Order, Shipment, Track } from './facts.ts';

/** What a customer is like, told like any other fact; nobody is named, since there is one customer. */
const Told = z.discriminatedUnion('type', [
  Identify.omit({ customer: true }).extend({ type: z.literal('identify') }),
  Track.omit({ customer: true }).extend({ type: z.literal('track'), id: z.string().max(200).optional() }),
  Order.omit({ customer: true }).extend({ type: z.literal('order'), id: z.string().max(200).optional() }),
  Shipment.omit({ customer: true }).extend({ type: z.literal('shipment'), id: z.string().max(200).optional() }),
]);
export type Told = z.infer<typeof Told>;

/** Something that is made to happen at an instant; `at` of the fact itself is that instant when it says none. */
export const Injected = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('tell'), at: IsoInstant, fact: Told }).describe('an order, event, parcel, attribute'),
  z.strictObject({
    do: z.literal('answer'),
    at: IsoInstant,
    question: z.string().min(1).max(40),
    answer: z.string().min(1).max(40),
  }),
  z
    .strictObject({
      do: z.literal('react'),
      at: IsoInstant,
      how: z.enum(['delivered', 'opened', 'clicked']),
      node: NodeId.optional(),
    })
    .describe('to the latest mail until then, or the latest of a node; without a mail nothing happens'),
  z.strictObject({ do: z.literal('subscribe'), at: IsoInstant, topic: Topic, subscribed: z.boolean() }),
]);
export type Injected = z.infer<typeof Injected>;

/**
 * What if a node were left by another port. Branches, splits and reactions go that way at once; who rests stays for
 * `after`, else for as long as the port asks (its time limit), else not at all. Work outside (a webhook) is answered by
 * the port without being done.
 */
export const Fork = z.strictObject({
  node: NodeId,
  port: z.string().min(1).max(40),
  after: IsoDuration.optional().describe('how long they rest before they leave by this port'),
});
export type Fork = z.infer<typeof Fork>;

/** Whom a journey is tried with. */
export const Traveller = z.union([
  z.strictObject({ id: z.int().min(1) }).describe('a real customer: recorded facts up to the entry, later ones follow'),
  z.strictObject({ persona: z.string().min(1).max(40) }).describe('a key of GET /v1/personas'),
  z
    .strictObject({ random: Condition.nullable(), seed: z.int().min(0).optional() })
    .describe('some real customer who meets the condition now; the same seed finds the same one'),
  z.strictObject({ facts: z.array(Told).max(200) }).describe('somebody made up; facts without a time are of the entry'),
]);
export type Traveller = z.infer<typeof Traveller>;

/** Asks what a graph would do with one customer. Nothing is written and nothing is sent. */
export const Simulate = z.strictObject({
  graph: JourneyGraph.describe('the draft as it is on the screen; it need not be saved'),
  journey: z.int().min(1).optional().describe('the journey it belongs to: splits and holdout choose as there'),
  customer: Traveller,
  enterAt: DateOrInstant.optional().describe('now when absent'),
  trigger: z.int().min(0).max(50).default(0).describe('which start condition lets them in, by position'),
  ignoreFilter: z.boolean().default(false).describe('goes in although the filter or the control group says no'),
  inject: z.array(Injected).max(200).default([]),
  forks: z.array(Fork).max(100).default([]),
  recorded: z.boolean().default(true).describe('false: what really happened after the entry is left out'),
  until: DateOrInstant.optional().describe('a year after the entry when absent'),
  html: z.boolean().default(false).describe('whether mails come with their HTML'),
});
export type Simulate = z.input<typeof Simulate>;

/** Somebody typical or awkward to try a journey with. */
export const Persona = z.object({
  key: z.string(),
  name: Words,
  about: Words.describe('what is special about them, one line'),
});
export type Persona = z.infer<typeof Persona>;

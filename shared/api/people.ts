import { z } from 'zod';
import { NodeId } from '../journey/graph.ts';
import { WhyNow } from './why.ts';

/** Which of the people inside a journey are meant. */
const Chosen = {
  node: NodeId.optional().describe('who rest at this node; absent: anywhere in the journey'),
  version: z.coerce.number().int().min(1).optional().describe('who are on this version'),
  q: z.string().max(200).optional().describe('the beginning of a name, reading, mail address or the shop’s id'),
};

export const PeopleQuery = z.strictObject({
  ...Chosen,
  sort: z.enum(['due', 'entered']).default('due').describe('who goes on next, or who came last, first'),
  after: z.string().max(60).optional().describe('the `next` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export type PeopleQuery = z.infer<typeof PeopleQuery>;

/** Somebody inside a journey. */
export const PersonInside = z.object({
  id: z.int().describe('enrollment'),
  customerId: z.int(),
  customer: z.string().describe("the shop's id"),
  name: z.string(),
  version: z.int(),
  enteredAt: z.string(),
  now: WhyNow,
  because: z.string().nullable().describe('why it is until then: window, quiet_hours, cap …'),
});
export type PersonInside = z.infer<typeof PersonInside>;

export const PeoplePage = z.object({
  people: z.array(PersonInside),
  total: z.int().nullable().describe('how many are meant; only with the first page'),
  next: z.string().nullable(),
});
export type PeoplePage = z.infer<typeof PeoplePage>;

/** What is to happen to which people inside a journey. */
export const ActOnPeople = z.strictObject({
  who: z.union([z.strictObject({ ids: z.array(z.int()).min(1).max(10_000) }), z.strictObject(Chosen)]),
  action: z.enum(['move_on', 'end']).describe('move_on: leave the node where they rest, now; end: leave the journey'),
  rehearsal: z.boolean().optional().describe('says what would happen, and changes nothing'),
});
export type ActOnPeople = z.infer<typeof ActOnPeople>;
export const ActedOnPeople = z.object({
  done: z.int(),
  letters: z.int().describe('of them, those whose mail is under way: it is taken back if it can be'),
  parked: z.int().describe('left alone, because an error has stopped them'),
  impossible: z.int().describe('left alone, because there is no way out of where they are'),
});
export type ActedOnPeople = z.infer<typeof ActedOnPeople>;

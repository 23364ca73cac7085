import { z } from 'zod';
import { JourneyKind } from './journey-life.ts';

const Day = z.iso.date();

export const PlannedQuery = z.object({
  days: z.coerce.number().int().min(1).max(62).default(14).describe('how far ahead, today included'),
});

const Journey = z.object({ id: z.int(), name: z.string(), kind: JourneyKind });
const Template = z.object({ key: z.string(), name: z.string() });

/** Mails of one day, one journey and one of its steps. */
export const PlannedMail = z.object({
  day: Day.describe('on the workspace’s calendar'),
  journey: Journey,
  node: z.string(),
  template: Template.nullable().describe('null: one of a series, by what each has had'),
  certain: z.int().describe('people for whom only time has to pass'),
  possible: z.int().describe('at most so many more: it hangs on what they do or are'),
  held: z
    .array(z.object({ why: z.string(), count: z.int() }))
    .describe('of them: held back until then, or until somebody releases them'),
  from: z.string().describe('the earliest of them'),
  to: z.string().describe('the latest of them'),
});
export type PlannedMail = z.infer<typeof PlannedMail>;

/** Mails that wait for somebody, not for a day. */
export const UndatedMail = z.object({
  journey: Journey,
  node: z.string(),
  template: Template,
  why: z.string(),
  count: z.int(),
});
export type UndatedMail = z.infer<typeof UndatedMail>;

/** What goes out when, by the rows as they are now. */
export const Planned = z.object({
  at: z.string().describe('workspace time of the look'),
  first: Day,
  last: Day,
  completeUntil: z
    .string()
    .nullable()
    .describe('beyond this instant not everybody could be looked at; null: everybody was'),
  stopped: z.boolean().describe('all sending is stopped'),
  mails: z.array(PlannedMail),
  undated: z.array(UndatedMail),
});
export type Planned = z.infer<typeof Planned>;

export const PlannedPeopleQuery = z.object({
  day: Day,
  journey: z.coerce.number().int(),
  node: z.string().max(200),
  template: z.string().max(100).optional(),
});
export type PlannedPeopleQuery = z.infer<typeof PlannedPeopleQuery>;

/** Who gets the mails of one cell. */
export const PlannedPeople = z.object({
  people: z
    .array(
      z.object({
        id: z.int(),
        externalId: z.string(),
        name: z.string(),
        at: z.string(),
        certain: z.boolean(),
        why: z.string().nullable().describe('why it is held back until then'),
      }),
    )
    .describe('the first hundred'),
  total: z.int(),
  unnamed: z.int().describe('of them: not chosen yet (who will meet a condition then)'),
});
export type PlannedPeople = z.infer<typeof PlannedPeople>;

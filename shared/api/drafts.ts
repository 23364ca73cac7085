import { z } from 'zod';
import { JourneyGraph } from '../journey/graph.ts';
import { Patch } from '../journey/patches/patch.ts';

/** Somebody who works with the editor: an id of their browser's and the name they gave. */
export const Person = z.object({ id: z.string().min(1).max(64), name: z.string().max(60) });
export type Person = z.infer<typeof Person>;

/** Names the person and the window of a request, as a query string: `id=…&name=…&tab=…`. */
export const PERSON_HEADER = 'tabiji-person';

const Label = z.object({ ja: z.string().max(500), en: z.string().max(500) });

/**
 * Changes the draft. Where others have saved since revision `base`, both go together if they touch different values;
 * else it is refused (409, code `conflict`, details `DraftConflict`) and nothing is changed.
 */
export const PatchDraft = z.strictObject({
  base: z.int(),
  patches: z.array(Patch).min(1).max(20_000),
  labels: z.array(Label).max(100).default([]).describe('what was done, for the list of changes'),
});
export type PatchDraft = z.input<typeof PatchDraft>;

export const PatchedDraft = z.object({
  rev: z.int(),
  changed: z.boolean(),
  savedAt: z.string(),
  graph: JourneyGraph.optional().describe('the draft as it is now, where others had changed it too'),
});
export type PatchedDraft = z.infer<typeof PatchedDraft>;

/** The draft that stands in the way, who saved it last, and what was done since the revision asked for. */
export const DraftConflict = z.object({
  rev: z.int(),
  graph: JourneyGraph,
  person: Person.nullable(),
  labels: z.array(Label),
});
export type DraftConflict = z.infer<typeof DraftConflict>;

/** `edit`: I draw here · `view`: I only look · `take`: I should like to draw · `leave`: I have gone. */
export const AskLease = z.strictObject({
  want: z.enum(['edit', 'view', 'take', 'leave']),
  opened: z
    .int()
    .min(0)
    .default(0)
    .describe('when the window opened the journey (ms): a `leave` that comes late frees nothing opened after it'),
});
export type AskLease = z.output<typeof AskLease>;

/** Who edits a draft now. It forbids nothing: a save of anybody else's is put together with theirs. */
export const Lease = z.object({
  mine: z.boolean().describe('whether this window may draw'),
  holder: Person.nullable(),
  asked: z
    .object({
      person: Person,
      inMs: z.int().nullable().describe('until it is handed over; null: the holder does not know yet'),
    })
    .nullable(),
  rev: z.int().describe('the draft’s revision'),
  version: z.int().nullable(),
});
export type Lease = z.infer<typeof Lease>;

import { z } from 'zod';
import { JourneyGraph } from '../journey/graph.ts';
import { CreateCase } from './journey-cases.ts';

/** A finished journey to begin with: what it is for, what it lacks today, and somebody to try it with. */
export const GalleryJourney = z.object({
  key: z.string(),
  graph: JourneyGraph,
  about: z.string().describe('what it does for whom, one or two sentences'),
  hint: z.string().nullable().describe('what the shop must adapt, or what stands in for something to come'),
  toWrite: z.array(z.string()).describe('names of its mails in which the shop must write something (【 】)'),
  sample: z.string().describe('whom its cases are tried with'),
  cases: z.array(CreateCase).min(1).describe('the first one opens in the time machine'),
});
export type GalleryJourney = z.infer<typeof GalleryJourney>;

/** A draft that was made from the gallery. */
export const BegunFromGallery = z.object({ id: z.int() });
export type BegunFromGallery = z.infer<typeof BegunFromGallery>;

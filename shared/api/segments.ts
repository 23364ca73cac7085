import { z } from 'zod';
import { Condition } from '../conditions/condition.ts';

export const SegmentKey = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,99}$/, 'a segment key has lower-case letters, digits, - and _');
export const SegmentRow = z.object({
  key: z.string(),
  name: z.string(),
  condition: Condition,
  members: z.int(),
  refreshing: z.boolean().describe('membership is being computed'),
  updatedAt: z.string(),
});
export type SegmentRow = z.infer<typeof SegmentRow>;
export const SaveSegment = z.strictObject({ name: z.string().min(1).max(200), condition: Condition });
export type SaveSegment = z.infer<typeof SaveSegment>;
export const CountSegment = z.strictObject({ condition: Condition });
export type CountSegment = z.infer<typeof CountSegment>;
export const SegmentCount = z.object({
  count: z.int(),
  total: z.int(),
  samples: z.array(z.object({ id: z.int(), name: z.string(), externalId: z.string() })),
});
export type SegmentCount = z.infer<typeof SegmentCount>;

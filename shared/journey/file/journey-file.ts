import { z } from 'zod';
import { SaveTemplate, TemplateKey } from '../../api/mail.ts';
import { SaveSegment, SegmentKey } from '../../api/segments.ts';
import { JourneyGraph } from '../graph.ts';

/** What a journey mentions and brings along, by key. */
export const Luggage = z.strictObject({
  templates: z.record(TemplateKey, SaveTemplate).default({}),
  segments: z.record(SegmentKey, SaveSegment).default({}),
});
export type Luggage = z.infer<typeof Luggage>;

/** A journey as a file: the graph itself, and under `with` the templates and segments it needs elsewhere. */
const JourneyFile = JourneyGraph.extend({ with: Luggage.optional() });

export interface OpenedFile {
  graph: JourneyGraph;
  luggage: Luggage;
}

export type ReadFile = ({ ok: true } & OpenedFile) | { ok: false; because: 'noJson' | 'noGraph'; detail: string };

/** A journey out of a file's text, or what is wrong with it. Unknown fields and node types are kept. */
export function readJourneyFile(text: string): ReadFile {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return { ok: false, because: 'noJson', detail: error instanceof Error ? error.message : String(error) };
  }
  const judged = JourneyFile.safeParse(parsed);
  if (judged.success) {
    const { with: luggage = { templates: {}, segments: {} }, ...graph } = judged.data;
    return { ok: true, graph, luggage };
  }
  const details = judged.error.issues.map(({ path, message }) => `${path.join('.') || 'the document'}: ${message}`);
  return { ok: false, because: 'noGraph', detail: details.join('\n') };
}

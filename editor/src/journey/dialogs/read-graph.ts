import { JourneyGraph } from '@tabiji/shared/journey/graph.ts';

export type ReadGraph =
  | { ok: true; graph: JourneyGraph }
  | { ok: false; because: 'noJson' | 'noGraph'; detail: string };

/** A journey out of a file's text, or what is wrong with it. Unknown fields and node types are kept. */
export function readGraph(text: string): ReadGraph {
  const parsed = parse(text);
  if (!parsed.ok) return { ok: false, because: 'noJson', detail: parsed.detail };
  const judged = JourneyGraph.safeParse(parsed.value);
  if (judged.success) return { ok: true, graph: judged.data };
  const [issue] = judged.error.issues;
  return { ok: false, because: 'noGraph', detail: issue ? `${issue.path.join('.')}: ${issue.message}` : '' };
}

function parse(text: string): { ok: true; value: unknown } | { ok: false; detail: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

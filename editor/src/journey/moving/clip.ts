import type { Mentioned } from '@tabiji/shared/conditions/rebind.ts';
import type { JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import type { Surroundings } from '@tabiji/shared/nodes/define-node.ts';
import { openNode } from '@tabiji/shared/nodes/registry.ts';
import { z } from 'zod';
import { Fragment, fragmentOf, isSound } from '../doc/fragment.ts';
import { isPiece, pieceOf } from '../doc/piece.ts';

/** What the clipboard holds beside the same as text. */
export const CLIP_TYPE = 'application/x-journey+json';

/** Copied nodes as they lie in the clipboard, with where they come from. */
export const Clip = z.strictObject({
  tabiji: z.literal('nodes'),
  version: z.literal(1),
  /** Number of the journey; what is mentioned of its other nodes holds there only. */
  journey: z.int(),
  fragment: Fragment,
});
export type Clip = z.infer<typeof Clip>;

/** Something that copied nodes mention by its key. */
export interface Mention {
  what: Mentioned;
  key: string;
}

/** What copying takes: the nodes, or, of one with several ways out, the piece it moves with. */
export function clipOf(graph: JourneyGraph, ids: readonly NodeId[], journey: number): Clip | undefined {
  const piece = ids.length === 1 ? pieceOf(graph, ids) : undefined;
  const fragment = fragmentOf(graph, piece && isPiece(piece) ? piece.ids : ids);
  return fragment && { tabiji: 'nodes', version: 1, journey, fragment };
}

/** Nodes from a clipboard's text; undefined for anything else. */
export function readClip(text: string): Clip | undefined {
  try {
    const clip = Clip.safeParse(JSON.parse(text)).data;
    return clip && isSound(clip.fragment) ? clip : undefined;
  } catch {
    return undefined; // text that is no JSON: what is in a clipboard most of the time
  }
}

/** Everything outside themselves that copied nodes mention, each once. */
export function mentionsIn({ nodes }: Fragment): Mention[] {
  const found = new Map<string, Mention>();
  for (const node of Object.values(nodes)) {
    const opened = openNode(node);
    if (!opened.ok) continue;
    opened.definition.rebind?.(opened.config, (what, key) => {
      const isOwn = what === 'node' && nodes[key] !== undefined;
      if (key !== '' && !isOwn) found.set(`${what} ${key}`, { what, key });
      return key;
    });
  }
  return [...found.values()];
}

/** Of what copied nodes mention, all that does not exist where they are pasted. */
export function missingIn(clip: Clip, graph: JourneyGraph, journey: number, around: Surroundings): Mention[] {
  const known: Record<Mentioned, ((key: string) => boolean) | undefined> = {
    node: (key) => clip.journey === journey && graph.nodes[key] !== undefined,
    template: around.templates && ((key) => around.templates!.has(key)),
    segment: around.segments && ((key) => around.segments!.has(key)),
    rank: around.ranks && ((key) => around.ranks!.has(key)),
  };
  return mentionsIn(clip.fragment).filter(({ what, key }) => known[what]?.(key) === false);
}

/** Keys of the templates that copied nodes of another journey send and that exist here: two journeys would share them. */
export function sharedTemplates(clip: Clip, journey: number, { templates }: Surroundings): string[] {
  if (clip.journey === journey || !templates) return [];
  return mentionsIn(clip.fragment).flatMap(({ what, key }) => (what === 'template' && templates.has(key) ? [key] : []));
}

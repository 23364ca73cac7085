import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { diffGraphs } from '@tabiji/shared/journey/diff/diff-graphs.ts';
import { diffWords } from '@tabiji/shared/journey/diff/words.ts';
import { applyPatches } from '@tabiji/shared/journey/patches/apply-patches.ts';
import { valueAt, type Path } from '@tabiji/shared/journey/patches/patch.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import type { NamesOf } from '@tabiji/shared/nodes/define-node.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';

/** What is said where few words do not say it. */
interface Phrases {
  gone: string;
  changed: string;
  journey: string;
  leadsTo: (name: string | undefined) => string;
}

interface Telling {
  base: JourneyGraph;
  theirs: JourneyGraph;
  mine: JourneyGraph;
  locale: Locale;
  names: NamesOf;
  phrases: Phrases;
}

/** One contradiction in words. */
export interface ConflictRow {
  place: Path;
  /** The node, or the journey. */
  title: string;
  before: string;
  theirs: string;
  mine: string;
}

/** Every contradiction with what was there and what each side made of it, in one language. */
export function conflictRows(places: readonly Path[], telling: Telling): ConflictRow[] {
  const { base, theirs, mine, locale, phrases } = telling;
  return places.map((place) => {
    const [root, id = ''] = place;
    const node = root === 'nodes' ? (base.nodes[id] ?? theirs.nodes[id] ?? mine.nodes[id]) : undefined;
    const [t, m] = [theirs, mine].map((side) => sideWords(place, side, telling));
    return {
      place,
      title: node ? titleOf(node)[locale] : phrases.journey,
      before: t?.before || m?.before || '',
      theirs: t?.after ?? '',
      mine: m?.after ?? '',
    };
  });
}

function sideWords(place: Path, side: JourneyGraph, telling: Telling): { before: string; after: string } {
  const { base, locale, names, phrases } = telling;
  const [root, id = '', part, port = ''] = place;
  if (root === 'nodes' && part === 'next') {
    const words = (graph: JourneyGraph) => {
      const to = graph.nodes[id]?.next[port];
      return phrases.leadsTo(to ? titleOf(graph.nodes[to])[locale] : undefined);
    };
    return { before: words(base), after: words(side) };
  }
  const value = valueAt(side, place);
  if (root === 'nodes' && place.length === 2 && value === undefined) return { before: '', after: phrases.gone };
  const after = applyPatches(base, [
    value === undefined ? { op: 'remove', path: place } : { op: 'set', path: place, value },
  ]);
  const changes = diffWords(diffGraphs(base, after), { before: base, after, locale, names });
  const lines = changes.flatMap((change) => [...change.lines, ...(change.summary ? [{ text: change.summary }] : [])]);
  const told = lines.filter((line) => 'before' in line);
  const label = (line: (typeof told)[number]) => (line.label ? `${line.label}${locale === 'ja' ? '：' : ': '}` : '');
  return {
    before: told.map((line) => `${label(line)}${line.before}`).join('\n'),
    after:
      told.map((line) => `${label(line)}${line.after}`).join('\n') ||
      lines.flatMap((line) => ('text' in line ? line.text : [])).join('\n') ||
      phrases.changed,
  };
}

import type { TokenStay, Trace } from '@tabiji/shared/api/trace.ts';
import type { JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import { routeId } from '../layout/routes.ts';

/** A trace as the canvas and the time line look at it. Instants are epoch milliseconds. */
export interface Seen {
  trace: Trace;
  /** The two ends of the time line: the entry, and the last thing that happens. */
  from: number;
  to: number;
  /** When something happens, ascending. */
  stops: readonly number[];
  stays: ReadonlyMap<NodeId, readonly Stay[]>;
  /** When a way (`routeId`) was first taken. */
  ways: ReadonlyMap<string, number>;
}

export interface Stay {
  from: number;
  /** Infinity where nothing ends it. */
  to: number;
  state: TokenStay['state'];
}

/** Prepares a trace of a graph. */
export function seenOf(trace: Trace, graph: JourneyGraph): Seen {
  const instants = [Date.parse(trace.from), ...trace.rows.map(({ at }) => Date.parse(at))];
  const stops = [...new Set(instants)].toSorted((a, b) => a - b);
  const stays = new Map<NodeId, Stay[]>();
  for (const { node, from, to, state } of trace.tokens) {
    const stay = { from: Date.parse(from), to: to === null ? Infinity : Date.parse(to), state };
    stays.set(node, [...(stays.get(node) ?? []), stay]);
  }
  return { trace, from: stops[0] ?? 0, to: stops.at(-1) ?? 0, stops, stays, ways: waysOf(trace, graph) };
}

/** Between two stays of one passage somebody took a way: the port their node was left by, else one that leads there. */
function waysOf({ tokens, rows }: Trace, graph: JourneyGraph): Map<string, number> {
  const ways = new Map<string, number>();
  for (const passage of new Set(tokens.map((one) => one.passage))) {
    const own = tokens.filter((one) => one.passage === passage);
    own.slice(1).forEach((next, i) => {
      const here = own[i];
      if (!here) return;
      const leads = Object.entries(graph.nodes[here.node]?.next ?? {}).flatMap(([port, to]) =>
        to === next.node ? [port] : [],
      );
      const left = rows.findLast(
        (row) => row.kind === 'step' && row.node === here.node && row.passage === passage && row.at <= next.from,
      );
      const said = left?.kind === 'step' ? left.port : null;
      const port = leads.find((each) => each === said) ?? leads[0];
      const way = port === undefined ? undefined : routeId({ node: here.node, port });
      if (way !== undefined && !ways.has(way)) ways.set(way, Date.parse(next.from));
    });
  }
  return ways;
}

/** How a card stands to the token at an instant: reached never, only later, before, or the token is there. */
export type Standing = 'never' | 'ahead' | 'been' | 'here';

/** Where the token of a node is at an instant. Who passes through is shown there for that instant. */
export function standingOf({ stays }: Seen, id: NodeId, at: number): Standing {
  const own = stays.get(id);
  const first = own?.[0];
  if (!own || !first) return 'never';
  if (own.some(({ from, to }) => from <= at && (at < to || (from === to && from === at)))) return 'here';
  return first.from <= at ? 'been' : 'ahead';
}

/** The stay that a card's clock tells of: the latest that has begun by `at`, else the first to come. */
export const stayAt = ({ stays }: Seen, id: NodeId, at: number): Stay | undefined => {
  const own = stays.get(id);
  return own?.findLast(({ from }) => from <= at) ?? own?.[0];
};

/** Where the token is at an instant; the latest arrival where it rushed through several nodes. */
export const nodeAt = ({ trace }: Seen, at: number): NodeId | undefined =>
  trace.tokens.findLast(({ from }) => Date.parse(from) <= at)?.node;

/** The neighbouring instant at which something happens. */
export const stopBeside = ({ stops }: Seen, at: number, by: 1 | -1): number =>
  (by > 0 ? stops.find((stop) => stop > at) : stops.findLast((stop) => stop < at)) ?? at;

import fc from 'fast-check';
import { JourneyGraph } from '@tabiji/shared/journey/graph.ts';

const LENGTHS = ['P1D', 'P7D', 'P14D', 'PT3H'] as const;

const node = (i: number) =>
  fc.record({
    type: fc.constantFrom('wait', 'email', 'branch', 'exit', 'unknown'),
    jumps: fc.array(fc.nat(6), { minLength: 2, maxLength: 2 }),
    length: fc.constantFrom(...LENGTHS),
    template: fc.constantFrom('hello', 'again'),
    name: fc.option(fc.constantFrom('休む', '送る'), { nil: undefined }),
    there: fc.integer({ min: 0, max: 3 }).map((n) => n > 0),
    i: fc.constant(i),
  });

type Drawn = { type: string; jumps: number[]; length: string; template: string; name: string | undefined; i: number };

function built({ type, jumps, length, template, name, i }: Drawn, has: (id: string) => boolean) {
  const to = (jump: number | undefined) => (jump && has(`x${i + jump}`) ? `x${i + jump}` : null);
  const config = {
    wait: { for: length },
    email: { template },
    branch: { branches: [{ port: 'yes', when: { orders: 'count', op: 'gte', value: 1 } }], else: 'no' },
    exit: { reason: template },
    unknown: { some: length },
  }[type];
  const next = type === 'branch' ? { yes: to(jumps[0]), no: to(jumps[1]) } : { next: to(jumps[0]) };
  return { type, ...(name && { name }), config, next: type === 'exit' ? {} : next };
}

/** Two journeys over the same ids, which may have anything or nothing in common; ways lead forward. */
const oneJourney = fc.tuple(...Array.from({ length: 14 }, (_, i) => node(i))).map((list) => {
  const there = list.filter(({ there: kept, i }) => kept || i === 0);
  const ids = new Set(there.map(({ i }) => `x${i}`));
  const nodes = Object.fromEntries(there.map((one) => [`x${one.i}`, built(one, (id) => ids.has(id))]));
  return JourneyGraph.parse({ schema: 1, name: 'Random', start: 'x0', settings: {}, nodes });
});

/** Without ways to nodes that are not there. */
const whole = (graph: JourneyGraph): JourneyGraph => ({
  ...graph,
  nodes: Object.fromEntries(
    Object.entries(graph.nodes).map(([id, { next, ...rest }]) => {
      const ways = Object.entries(next).map(([port, to]) => [port, to && graph.nodes[to] ? to : null]);
      return [id, { ...rest, next: Object.fromEntries(ways) as typeof next }];
    }),
  ),
});

export const twoJourneys = fc.oneof(
  fc.tuple(oneJourney, oneJourney),
  // a few nodes of one put into the other: what edits look like
  fc
    .tuple(oneJourney, oneJourney, fc.array(fc.nat(13), { maxLength: 3 }))
    .map(([a, b, taken]): [JourneyGraph, JourneyGraph] => {
      const ids = taken.map((i) => `x${i}`).filter((id) => b.nodes[id]);
      return [a, whole({ ...a, nodes: { ...a.nodes, ...Object.fromEntries(ids.map((id) => [id, b.nodes[id]!])) } })];
    }),
);

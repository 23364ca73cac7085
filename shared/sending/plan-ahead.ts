import { NO_FACTS } from '../conditions/facts.ts';
import type { CompiledGraph } from '../engine/compile.ts';
import { lettersOf } from '../engine/foresee.ts';
import { walk, type Rest, type Standing } from '../engine/walk.ts';
import type { NodeId } from '../journey/graph.ts';
import type { Json } from '../json.ts';
import type { Millis } from '../time.ts';
import { earliest, type Hours } from './earliest.ts';

/** People who stand alike, and what they go on from. */
export interface Crowd extends Pick<Standing, 'enrollment' | 'node' | 'port' | 'intent' | 'memory'> {
  at: Millis;
  /** Whether they will certainly be there then, unless they leave the journey. */
  certain: boolean;
  /** A mail is under way for them, and goes at `at`. */
  letter?: string;
}

/** A mail that is foreseen for a crowd. */
export interface Foreseen {
  node: NodeId;
  /** Null: one of several, by what each has had. */
  template: string | null;
  at: Millis;
  certain: boolean;
}

/** By what a crowd is looked ahead for. */
export interface Ahead {
  /** Made by `foreseeable`. */
  graph: CompiledGraph;
  /** In which days are counted. */
  zone: string;
  hours: Hours;
  until: Millis;
  boards?: Readonly<Record<NodeId, Json>> | undefined;
}

interface Here extends Omit<Standing, 'entered' | 'left' | 'enrollment'> {
  at: Millis;
  certain: boolean;
}

/** Passes of one crowd that are looked ahead at most: a loop of minutes has an end. */
const MOST_PASSES = 300;

/**
 * The mails that a crowd gets until an instant, as far as it can be told today: the production interpreter walks ahead.
 * Behind whatever hangs on people's facts all ways are followed, and what lies there is not certain; behind a listening
 * node the way of those who do nothing. Where nobody can say how long people rest, nothing follows.
 */
export function planAhead(crowd: Crowd, { graph, zone, hours, until, boards }: Ahead): Foreseen[] {
  const found: Foreseen[] = [];
  const open: Here[] = [];
  const seen = new Set<string>();
  const goOn = (next: Here): void => {
    const name = `${next.node} ${next.port} ${next.at}`;
    if (next.at > until || seen.has(name)) return;
    seen.add(name);
    open.push(next);
  };
  const nodeAt = (id: NodeId) => graph.nodes.get(id);
  const leaveBy = (from: Omit<Here, 'port' | 'intent'>, ports: readonly string[]): void => {
    for (const port of ports) goOn({ ...from, port, intent: null, certain: from.certain && ports.length === 1 });
  };
  const mail = (node: NodeId, template: string | null, at: Millis, certain: boolean): Millis | undefined => {
    const opens = earliest(at, hours)?.at;
    if (opens !== undefined && opens <= until) found.push({ node, template, at: opens, certain });
    return opens;
  };

  if (crowd.letter === undefined) goOn(crowd);
  else {
    const { node, at, certain, memory } = crowd;
    if (at <= until) found.push({ node, template: crowd.letter, at, certain });
    leaveBy({ node, at, certain, memory }, nodeAt(node)?.through === undefined ? [] : [nodeAt(node)!.through!]);
  }
  for (let passes = 0; passes < MOST_PASSES; passes++) {
    const here = open.shift();
    if (!here) break;
    const { at, certain } = here;
    const standing = { ...here, enrollment: crowd.enrollment, entered: { at, arrival: 0 }, left: {} };
    const { rest, memory } = walk(graph, standing, { facts: NO_FACTS, now: at, zone, arrival: 0, boards });
    after(rest, { at, certain, memory });
  }
  return found;

  function after(rest: Rest, now: Pick<Here, 'at' | 'certain' | 'memory'>): void {
    switch (rest.kind) {
      case 'sleep':
        return goOn({ ...now, node: rest.node, at: rest.until, port: rest.port, intent: rest.intent });
      case 'listen':
        if (rest.until === null) return;
        return goOn({ ...now, node: rest.node, at: rest.until, port: rest.port, intent: rest.intent, certain: false });
      case 'again':
        return goOn({ ...now, node: rest.node, port: null, intent: null });
      case 'ask': {
        const node = nodeAt(rest.node)!;
        const ports = node.definition.ports(node.config).map(({ id }) => id);
        const [only, more] = lettersOf(node);
        const isSure = rest.effect.kind === 'send';
        const template =
          rest.effect.kind === 'send' ? rest.effect.template : more === undefined ? (only ?? null) : null;
        if (only === undefined) return leaveBy({ ...now, node: rest.node }, ports);
        const sent = mail(rest.node, template, now.at, now.certain && isSure);
        if (sent !== undefined) leaveBy({ ...now, node: rest.node, at: sent, certain: now.certain && isSure }, ports);
        return undefined;
      }
      case 'unknown':
      case 'end':
        return undefined;
    }
  }
}

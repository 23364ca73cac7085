import { factsWithin, type Known } from '@tabiji/server/engine/load-facts.ts';
import type { CompiledGraph } from '@tabiji/shared/engine/compile.ts';
import { walk, type Pass } from '@tabiji/shared/engine/walk.ts';
import type { Row } from '@tabiji/server/simulation/memory/database.ts';

export type Enrollment = Row<'enrollment'>;

/** A step of an enrollment that was committed. */
export interface Committed {
  before: Enrollment;
  after: Enrollment;
  /** The diary's rows of the same commit about it. */
  diary: readonly Row<'diary'>[];
  /** Workspace time of the transaction. */
  now: number;
}

interface Around {
  graph: CompiledGraph;
  /** What the transaction may have known. */
  known: readonly Known[];
  zone: string;
}

/**
 * Takes a pass again, from where the enrollment stood before: the same walk, over facts gathered independently. Tells
 * what is wrong with the pass that was committed, or nothing.
 */
export function wrongPass(committed: Committed, around: Around): string | undefined {
  const { before, after, diary, now } = committed;
  if (after.error !== null) return `parked: ${after.error}`;
  const [first, then] = diary.toSorted((a, b) => a.visit - b.visit);
  if (first?.visit !== before.visit || before.visit + diary.length !== after.visit || diary.length > 2)
    return `visit ${before.visit} became ${after.visit} with ${diary.length} diary rows`;
  // What a pass changes about its customer may end it in the same transaction.
  if (then && !isEnding(then.steps)) return `wrote ${JSON.stringify(then.steps)} in the transaction of another pass`;
  if (first.steps[0]?.[4] === 'moved') return then ? 'moved and ended at once' : wrongMove(committed, around);
  const told = JSON.stringify(first.steps);
  const isEarly = before.due_at === null || before.due_at.getTime() > now;
  if (isEarly && !isEnding(first.steps)) return `woke at ${now}, due ${before.due_at?.toISOString() ?? 'never'}`;
  const expected: string[] = [];
  for (const known of around.known) {
    const pass = again(committed, around, known);
    const steps = JSON.stringify(pass.steps);
    if (steps === told) {
      const wrong = then ? undefined : wrongRest(pass, after);
      if (wrong === undefined) return undefined;
      expected.push(wrong);
    } else expected.push(steps);
  }
  return `wrote ${told}, expected ${[...new Set(expected)].slice(0, 3).join(' or ')}`;
}

/** A sleeper whose customer lives by another clock now sleeps until another instant, for the same reason. */
function wrongMove({ before, after, diary }: Committed, { graph, known, zone }: Around): string | undefined {
  const until = diary[0]!.steps[0]![3];
  const node = graph.nodes.get(before.node);
  const due = after.due_at?.getTime();
  if (due !== until || after.port !== before.port || after.node !== before.node)
    return `moved to ${until}, stands at ${due}`;
  const planned = known.map((one) =>
    node?.definition.plan?.(node.config, before.intent!, zoneFor(graph, one, zone), one.facts),
  );
  return planned.includes(until) ? undefined : `moved to ${until}, expected ${planned.join(' or ')}`;
}

const zoneFor = ({ settings }: CompiledGraph, { zone }: Known, own: string): string =>
  settings.timeZone === 'workspace' ? own : (zone ?? own);

const isEnding = (steps: Row<'diary'>['steps']): boolean =>
  steps.length === 1 && ['goal', 'exit_condition'].includes(String(steps[0]![2]));

function again({ before, after, now }: Committed, { graph, zone }: Around, known: Known): Pass {
  const at = before.port !== null && before.intent === null && before.due_at ? before.due_at.getTime() : now;
  const standing = {
    enrollment: { id: before.id, customer: before.customer_id, journey: before.journey_id },
    node: before.node,
    port: before.due_at && before.due_at.getTime() <= now ? before.port : null,
    intent: before.port === null ? before.intent : null,
    entered: { at: before.entered_at.getTime(), arrival: before.entered_arrival },
    left: before.left_nodes ?? {},
    memory: before.memory ?? {},
  };
  const arrival = arrivalIn(before, after);
  const reached = before.visit === 0 ? standing.entered : { at: before.due_at?.getTime() ?? now, arrival };
  return walk(graph, standing, {
    facts: factsWithin(known, before.journey_id),
    now: at,
    zone: zoneFor(graph, known, zone),
    arrival,
    reached,
  });
}

/** Where the row stands must be where the pass ended. */
function wrongRest({ rest }: Pass, after: Enrollment): string | undefined {
  const due = after.due_at?.getTime() ?? null;
  const stands = `${after.node} ${after.port} due ${due} ended ${after.exit_reason}`;
  const is = (ok: boolean) => (ok ? undefined : `stands at ${stands} after ${JSON.stringify(rest)}`);
  switch (rest.kind) {
    case 'sleep':
    case 'listen':
      return is(after.node === rest.node && after.port === rest.port && due === rest.until && after.ended_at === null);
    case 'ask':
      return is(after.node === rest.node && due === null && after.ended_at === null);
    case 'end':
      return is(after.ended_at !== null && due === null && after.exit_reason === rest.reason);
    case 'again':
      return is(after.node === rest.node && due !== null);
    case 'unknown':
      return 'a node of an unknown type';
  }
}

/** Number of the newest fact when the pass was taken, where the row tells it. */
function arrivalIn(before: Enrollment, after: Enrollment): number {
  const left = Object.entries(after.left_nodes ?? {}).find(([node, [at]]) => before.left_nodes?.[node]?.[0] !== at);
  return left?.[1][1] ?? after.intent?.since?.[1] ?? Number.MAX_SAFE_INTEGER;
}

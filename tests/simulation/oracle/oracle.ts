import { compileGraph, type CompiledGraph } from '@tabiji/shared/engine/compile.ts';
import { evaluate } from '@tabiji/shared/conditions/evaluate.ts';
import { stillCounting } from '@tabiji/shared/sending/cap.ts';
import { localMillis } from '@tabiji/shared/time.ts';
import { dayOf } from '@tabiji/shared/time/day.ts';
import { factsWithin } from '@tabiji/server/engine/load-facts.ts';
import type { Mail } from '@tabiji/server/messages/providers/provider.ts';
import type { Row } from '@tabiji/server/simulation/memory/database.ts';
import type { Transaction, Written } from '@tabiji/server/simulation/memory/transaction.ts';
import type { World } from '../world/world.ts';
import { KnownFacts } from './known-facts.ts';
import { wrongPass, type Enrollment } from './passes.ts';
import { isQuiet } from './quiet.ts';

/** How old the last look at an addressee may be when a request starts. */
const FRESH_MS = 2000;

/** Watches every commit and every request to the provider, and says which rule is broken. */
export class Oracle {
  readonly #world: World;
  readonly #known: KnownFacts;
  readonly #graphs = new Map<string, CompiledGraph>();
  /** When the end of an enrollment was committed. */
  readonly #endedAt = new Map<number, number>();
  readonly #enrollmentOf = new Map<string, number>();

  constructor(world: World) {
    this.#world = world;
    this.#known = new KnownFacts(world.db);
    world.db.onCommit.push((written, by) => this.#judge(written, by));
  }

  graphOf({ journey_id, version }: Pick<Enrollment, 'journey_id' | 'version'>): CompiledGraph {
    const name = `${journey_id}.${version}`;
    const known = this.#graphs.get(name);
    if (known) return known;
    const graph = compileGraph(this.#world.db.journey_version.committed.get(name)!.graph);
    this.#graphs.set(name, graph);
    return graph;
  }

  #judge(written: readonly Written[], by: Transaction): void {
    const { broken, clockwork } = this.#world;
    const told = this.#known.learn(written, clockwork.now);
    const of = <T>(table: string) =>
      written.filter((one) => one.table.name === table) as unknown as { before?: T; after: T | null }[];
    const diary = of<Row<'diary'>>('diary').flatMap(({ after }) => after ?? []);
    const enrollments = of<Enrollment>('enrollment');
    for (const { after } of of<Row<'outbox'>>('outbox'))
      if (after) this.#enrollmentOf.set(after.key, after.enrollment_id);
    for (const { before, after } of enrollments) {
      if (!after || !before) continue;
      if (before.ended_at !== null) broken('who has left stays away', `enrollment ${before.id}`);
      if (after.ended_at !== null) this.#endedAt.set(after.id, clockwork.now);
      if (after.visit === before.visit) continue;
      const wrong = wrongPass(
        { before, after, diary: diary.filter((row) => row.enrollment_id === after.id), now: by.begun.at },
        {
          graph: this.graphOf(before),
          known: this.#known.since(before.customer_id, by.begun.after),
          zone: this.#world.zone,
        },
      );
      if (wrong !== undefined)
        broken('every pass is what the graph says', `enrollment ${after.id}, visit ${before.visit}: ${wrong}`);
    }
    this.#listeners(new Set([...told, ...enrollments.flatMap(({ after }) => after?.customer_id ?? [])]), by);
    this.#places(of<Row<'ledger'>>('ledger'), by);
    const moved = new Set(enrollments.map(({ after }) => after?.id));
    for (const row of diary)
      if (!moved.has(row.enrollment_id)) broken('a pass and its position are one', `diary of ${row.enrollment_id}`);
    if (of('event').length + of('shop_order').length + of('customer').length > 0) this.#endings(told, by, enrollments);
  }

  /** Nobody listens for what has happened already. */
  #listeners(customers: ReadonlySet<number>, by: Transaction): void {
    const { db, zone: own, broken } = this.#world;
    for (const row of db.enrollment.committed.values()) {
      if (!row.listens || !row.intent || row.ended_at !== null || !customers.has(row.customer_id)) continue;
      const graph = this.graphOf(row);
      const node = graph.nodes.get(row.node);
      const known = this.#known.now(row.customer_id);
      if (!node?.definition.hears || !known) continue;
      const zone = graph.settings.timeZone === 'workspace' ? own : (known.zone ?? own);
      const left = row.left_nodes ?? {};
      const port = node.definition.hears({
        config: node.config,
        facts: factsWithin(known, row.journey_id),
        now: by.begun.at,
        zone,
        occasion: {
          now: by.begun.at,
          zone,
          entered: { at: row.entered_at.getTime(), arrival: row.entered_arrival },
          leftNode: (id: string) => left[id] && { at: left[id][0], arrival: left[id][1] },
        },
        arrival: db.numbers.fact,
        reached: { at: row.intent.from, arrival: db.numbers.fact },
        enrollment: { id: row.id, customer: row.customer_id, journey: row.journey_id, node: row.node },
        memory: row.memory?.[row.node],
        intent: row.intent,
      });
      if (port !== undefined)
        broken('who listens hears', `enrollment ${row.id} at ${row.node} should leave by ${port}`);
    }
  }

  /** No day has more places than the cap allows, and every letter under it has one for as long as its day counts. */
  #places(ledgers: readonly { after: Row<'ledger'> | null }[], by: Transaction): void {
    const { db, rules, broken, zone } = this.#world;
    if (!rules.cap) return;
    for (const { after } of ledgers) {
      if (!after) continue;
      for (const { letters, days } of rules.cap.limits)
        for (const day of after.days)
          if (after.days.filter((other) => other <= day && other > day - days).length > letters)
            broken('the cap is kept', `customer ${after.customer_id}: ${after.days.join(' ')}`);
      const taken = db.outbox.all().filter((row) => row.customer_id === after.customer_id && row.counted !== null);
      // A letter whose outcome is unknown outlives the day of its first attempt, on which it counts.
      const today = dayOf(localMillis(by.begun.at, this.#known.now(after.customer_id)?.zone ?? zone));
      const days = new Set(taken.map(({ counted }) => counted!));
      for (const day of stillCounting(today, [...days], rules.cap.limits))
        if (taken.filter(({ counted }) => counted === day).length > after.days.filter((one) => one === day).length)
          broken('every letter under the cap has a place', `customer ${after.customer_id}, day ${day}`);
    }
  }

  /** Whoever has reached the goal or the way out leaves in the same moment. */
  #endings(customers: readonly number[], by: Transaction, written: readonly { before?: Enrollment }[]): void {
    const { db, zone, broken } = this.#world;
    const inserted = new Set(written.flatMap((one) => (one.before ? [] : [one])));
    for (const row of db.enrollment.committed.values()) {
      if (row.visit === 0) continue; // looks by itself when it takes its first pass
      if (row.ended_at !== null || row.error !== null || !customers.includes(row.customer_id)) continue;
      if ([...inserted].some((one) => (one as { after?: Enrollment }).after?.id === row.id)) continue;
      const graph = this.graphOf(row);
      const known = this.#known.now(row.customer_id)!;
      const left = row.left_nodes ?? {};
      const occasion = {
        now: by.begun.at,
        zone: graph.settings.timeZone === 'workspace' ? zone : (known.zone ?? zone),
        entered: { at: row.entered_at.getTime(), arrival: row.entered_arrival },
        leftNode: (node: string) => left[node] && { at: left[node][0], arrival: left[node][1] },
      };
      const met = graph.endings.find(({ when }) => evaluate(when, factsWithin(known, row.journey_id), occasion));
      if (met) broken('who has reached the end leaves at once', `enrollment ${row.id}: ${met.reason}`);
    }
  }

  /** A request leaves for the provider. */
  requestStarts({ key }: Mail): void {
    const enrollment = this.#enrollmentOf.get(key.split('#')[0]!);
    const ended = enrollment === undefined ? undefined : this.#endedAt.get(enrollment);
    const { clockwork, broken, db, rules } = this.#world;
    const row = enrollment === undefined ? undefined : db.enrollment.committed.get(enrollment);
    if (row) {
      const zone = this.#known.now(row.customer_id)?.zone ?? this.#world.zone;
      const since = this.#known.zoneChangedAt(row.customer_id);
      const at = clockwork.now - FRESH_MS;
      if (
        rules.quietHours &&
        since <= at &&
        isQuiet(at, rules.quietHours, zone) &&
        isQuiet(clockwork.now, rules.quietHours, zone)
      )
        broken(
          'nothing is sent in quiet hours',
          `enrollment ${row.id} at ${new Date(clockwork.now).toISOString()}, ${zone}`,
        );
    }
    if (ended !== undefined && clockwork.now > ended + FRESH_MS)
      broken('nothing is sent after the end', `enrollment ${enrollment}, ${clockwork.now - ended} ms later`);
  }
}

import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { GraphMaker, TEMPLATES } from '../generate/graph.ts';
import type { MemoryDatabase } from '@tabiji/server/simulation/memory/database.ts';
import type { Random } from '../random.ts';
import { ROUGH_MS } from './begin.ts';
import { Process } from './process.ts';
import type { World } from './world.ts';

const REGULARS = { orders: 'count', op: 'gte', value: 2 } as const;
const templates = Object.fromEntries(TEMPLATES.map((key, i) => [key, i + 1]));

/** What marketers have drawn, under the numbers that the database gave it. */
export interface Drawn {
  journeys: { id: number; graph: JourneyGraph }[];
  /** Template key → version. */
  templates: Record<string, number>;
  /** The segment of regulars. */
  segment: number;
}

/** Everything under numbers from 1 on. */
export const drawnAnew = (graphs: readonly JourneyGraph[]): Drawn => ({
  journeys: graphs.map((graph, i) => ({ id: i + 1, graph })),
  templates,
  segment: 1,
});

/** Puts journeys, a segment and letters into the empty database. */
export function putUp({ db, now }: { db: MemoryDatabase; now: number }, drawn: Drawn): void {
  const trx = db.begin(now);
  const at = new Date(now);
  const segment = { id: drawn.segment, key: 'regulars', name: 'Regulars', condition: REGULARS };
  trx.insert(db.segment, { ...segment, refreshing: false, revision: 1, updated_at: at });
  for (const [key, id] of Object.entries(drawn.templates))
    trx.insert(db.template_version, {
      id,
      hash: `simulated-${key}`,
      subject: key,
      html: '<p>{{ customer.lastName }} {{ now }}</p>',
    });
  for (const { id, graph } of drawn.journeys) {
    const journey = { id, name: graph.name, draft: graph, draft_rev: 1, changed: false, planning: false, version: 1 };
    const life = { paused_at: null, change: null, draft_by: null, hold_first: null };
    trx.insert(db.journey, { ...journey, ...life, mailing: false, status: 'live', created_at: at, updated_at: at });
    trx.insert(db.journey_version, { ...versionRow(id, 1, graph, at), templates: drawn.templates });
  }
  db.commit(trx);
}

const versionRow = (journey: number, version: number, graph: JourneyGraph, published_at: Date) => ({
  journey_id: journey,
  version,
  graph,
  templates,
  senders: {},
  published_at,
  travelled: true,
  plan: {},
});

/** Publishes other nodes behind the same door, at some moment in the rough days. */
export function publish(world: World, random: Random): void {
  const { db, clockwork, log } = world;
  const before = db.journey_version.committed.get('1.1')!.graph;
  const { triggers } = before.nodes[before.start]!.config as { triggers: Parameters<GraphMaker['make']>[1][] };
  const graph = { ...new GraphMaker(random).make('One', triggers[0]), settings: before.settings };
  clockwork.after(random.next() * ROUGH_MS, () => {
    const marketer = new Process(world, 'marketer');
    const publishing = marketer.transaction('publish', (trx) => {
      trx.have(db.setup);
      const [journey] = trx.find(db.journey, ({ id }) => id === 1);
      const at = new Date(clockwork.now);
      trx.insert(db.journey_version, versionRow(1, 2, graph, at));
      trx.update(db.journey, journey!, { version: 2, draft: graph, updated_at: at });
      const [revision] = trx.find(db.setup_revision, () => true);
      if (revision) trx.update(db.setup_revision, revision, { revision: revision.revision + 1 });
      else trx.insert(db.setup_revision, { id: 1, revision: 1 });
    });
    publishing.catch((error: unknown) => log.note(clockwork.now, 'marketer', String(error)));
    return true;
  });
}

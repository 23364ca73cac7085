import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { GraphMaker, TEMPLATES } from '../generate/graph.ts';
import type { Random } from '../random.ts';
import { ROUGH_MS } from './begin.ts';
import type { World } from './world.ts';

const REGULARS = { orders: 'count', op: 'gte', value: 2 } as const;
const templates = Object.fromEntries(TEMPLATES.map((key, i) => [key, i + 1]));

/** Puts journeys, a segment and letters into the empty database. */
export function putUp({ db, clockwork }: World, graphs: readonly JourneyGraph[]): void {
  const trx = db.begin(clockwork.now);
  const at = new Date(clockwork.now);
  trx.insert(db.segment, {
    id: 1,
    key: 'regulars',
    name: 'Regulars',
    condition: REGULARS,
    refreshing: false,
    revision: 1,
    updated_at: at,
  });
  for (const [key, id] of Object.entries(templates))
    trx.insert(db.template_version, {
      id,
      hash: `simulated-${key}`,
      subject: key,
      html: '<p>{{ customer.lastName }} {{ now }}</p>',
    });
  graphs.forEach((graph, i) => {
    const journey = { id: i + 1, name: graph.name, draft: graph, draft_rev: 1, changed: false, version: 1 };
    trx.insert(db.journey, { ...journey, status: 'live', created_at: at, updated_at: at });
    trx.insert(db.journey_version, { journey_id: i + 1, version: 1, graph, templates, published_at: at });
  });
  db.commit(trx);
}

/** Publishes other nodes behind the same door, at some moment in the rough days. */
export function publish({ db, clockwork, log }: World, random: Random): void {
  clockwork.after(random.next() * ROUGH_MS, () => {
    const [journey] = db.journey.all();
    const before = db.journey_version.committed.get(`1.1`)!.graph;
    const { triggers } = before.nodes[before.start]!.config as { triggers: { on: 'first_purchase' }[] };
    const graph = { ...new GraphMaker(random).make('One', triggers[0]), settings: before.settings };
    const trx = db.begin(clockwork.now);
    const at = new Date(clockwork.now);
    trx.insert(db.journey_version, { journey_id: 1, version: 2, graph, templates, published_at: at });
    trx.update(db.journey, journey!, { version: 2, draft: graph, updated_at: at });
    db.commit(trx);
    log.note(clockwork.now, 'marketer', 'published version 2');
    return false;
  });
}

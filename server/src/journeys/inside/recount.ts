import { NO_NEEDS } from '@tabiji/shared/conditions/facts.ts';
import type { CompiledGraph } from '@tabiji/shared/engine/compile.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';
import { factsWithin, loadFacts } from '../../engine/load-facts.ts';
import { pgStore } from '../../engine/pg-store.ts';
import { zoneOf } from '../../engine/zone-of.ts';
import { restingPage, type Inside, type Recounted, type Resting } from './inside.sql.ts';

const PAGE = 1000;

/**
 * When people who rest at a node act, counted again by a new graph from when they came: page by page, in order. The
 * preview counts them, publishing writes them.
 */
export async function* recount(
  trx: Trx,
  here: Here,
  inside: Inside,
  { node: id, graph }: { node: string; graph: CompiledGraph },
): AsyncGenerator<Recounted[]> {
  const node = graph.nodes.get(id);
  if (!node) throw new Error(`there is no node ${id}`);
  const { definition, config } = node;
  const needs = definition.moves ? definition.needs(config) : NO_NEEDS;
  for (let after = 0; ;) {
    const page = await restingPage(trx, here, inside, { node: id, after, limit: PAGE });
    if (page.length === 0) return;
    after = page.at(-1)!.id;
    const known = await loadFacts(
      pgStore(trx, here),
      page.map((row) => ({ customer: row.customer_id, needs })),
    );
    yield page.map((row): Recounted => {
      const customer = known.get(row.customer_id);
      const zone = zoneOf(graph, customer?.zone ?? null, here);
      if (!sleeps(row) || !definition.plan || !row.intent || !customer)
        return { id: row.id, dueAt: new Date(here.now), port: null, listens: row.listens }; // it decides again
      const at = definition.plan(config, row.intent, zone, factsWithin(customer, inside.journeyId));
      return { id: row.id, dueAt: new Date(Math.max(at, here.now)), port: row.port, listens: false };
    });
  }
}

const sleeps = ({ listens, port, due_at, held_due }: Resting): boolean =>
  !listens && port !== null && (due_at !== null || held_due !== null);

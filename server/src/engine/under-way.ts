import { allNeeds } from '@tabiji/shared/conditions/facts.ts';
import type { Facts } from '@tabiji/shared/conditions/facts.ts';
import type { Occasion } from '@tabiji/shared/conditions/evaluate.ts';
import type { CompiledNode } from '@tabiji/shared/engine/compile.ts';
import type { Here } from '../db/in-workspace.ts';
import { compiledVersions, versionName, type Version } from '../journeys/compiled.ts';
import type { ActiveRow } from './endings.sql.ts';
import { endWhoAreDone } from './endings.ts';
import { wakeWhoHear } from './hear.ts';
import { mayMove, planAgain } from './plan-again.ts';
import { factsWithin, loadFacts } from './load-facts.ts';
import type { Store } from './store.ts';
import { zoneOf } from './zone-of.ts';

/** A passage under way that facts may mean something to, with what is known now. */
export interface UnderWay {
  row: ActiveRow;
  version: Version;
  /** Where it rests; undefined when this process does not know that node's type. */
  node: CompiledNode | undefined;
  facts: Facts;
  occasion: Occasion & { zone: string };
}

/**
 * What new facts mean to passages under way: some end, some have waited for them, some wait for another instant now.
 * The customers are locked, so nobody begins to listen meanwhile. `rezoned`: those whose time zone was told.
 */
export async function tellThoseUnderWay(
  store: Store,
  here: Here,
  customers: readonly number[],
  rezoned: ReadonlySet<number> = new Set(),
): Promise<void> {
  const passages = await findUnderWay(store, here, customers, rezoned);
  const ended = await endWhoAreDone(store, here, passages);
  const going = passages.filter(({ row }) => !ended.has(row.id));
  await wakeWhoHear(store, here, going);
  await planAgain(
    store,
    here,
    going.filter((passage) => mayMove(passage, rezoned)),
  );
}

/** Passages of these customers that have an ending to meet, or rest until they hear something or for a date. */
async function findUnderWay(
  store: Store,
  here: Here,
  customers: readonly number[],
  rezoned: ReadonlySet<number>,
): Promise<UnderWay[]> {
  if (customers.length === 0) return [];
  const active = await store.positions.activeOf(customers);
  if (active.length === 0) return [];
  const versions = await compiledVersions(
    store,
    here.id,
    active.map((row) => ({ journey: row.journey_id, version: row.version })),
  );
  const concerned = active.flatMap((row) => {
    const version = versions.get(versionName({ journey: row.journey_id, version: row.version }));
    if (!version) return [];
    const node = version.graph.nodes.get(row.node);
    const asksNode = row.listens || mayMove({ row, node }, rezoned);
    return asksNode || version.graph.endings.length > 0 ? [{ row, version, node, asksNode }] : [];
  });
  if (concerned.length === 0) return [];
  const known = await loadFacts(
    store,
    concerned.map(({ row, version: { graph }, node, asksNode }) => ({
      customer: row.customer_id,
      needs: asksNode && node ? allNeeds([graph.endingNeeds, node.definition.needs(node.config)]) : graph.endingNeeds,
    })),
  );
  return concerned.flatMap(({ row, version, node }): UnderWay[] => {
    const customer = known.get(row.customer_id);
    if (!customer) return [];
    const left = row.left_nodes ?? {};
    const occasion = {
      now: here.now,
      zone: zoneOf(version.graph, customer.zone, here),
      entered: { at: row.entered_at.getTime(), arrival: row.entered_arrival },
      leftNode: (id: string) => left[id] && { at: left[id][0], arrival: left[id][1] },
    };
    return [{ row, version, node, facts: factsWithin(customer, row.journey_id), occasion }];
  });
}

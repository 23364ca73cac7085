import { evaluate } from '@tabiji/shared/conditions/evaluate.ts';
import type { Here } from '../db/in-workspace.ts';
import { compiledVersions, versionName } from '../journeys/compiled.ts';
import type { ActiveRow } from './endings.sql.ts';
import { factsWithin, loadFacts } from './load-facts.ts';
import type { Store } from './store.ts';
import { Tally } from './tally.ts';
import { zoneOf } from './zone-of.ts';

/** Ends passages whose goal or exit condition is met by what has just been stored; what was unsent is taken back. */
export async function endWhoAreDone(store: Store, here: Here, customers: readonly number[]): Promise<number> {
  if (customers.length === 0) return 0;
  const active = await store.positions.activeOf(customers);
  if (active.length === 0) return 0;
  const versions = await compiledVersions(
    store,
    here.id,
    active.map((row) => ({ journey: row.journey_id, version: row.version })),
  );
  const graphOf = (row: ActiveRow) =>
    versions.get(versionName({ journey: row.journey_id, version: row.version }))?.graph;
  const concerned = active.flatMap((row) => {
    const graph = graphOf(row);
    return graph && graph.endings.length > 0 ? [{ row, graph }] : [];
  });
  if (concerned.length === 0) return 0;
  const known = await loadFacts(
    store,
    concerned.map(({ row, graph }) => ({ customer: row.customer_id, needs: graph.endingNeeds })),
  );
  const ended = concerned.flatMap(({ row, graph }) => {
    const customer = known.get(row.customer_id);
    if (!customer) return [];
    const left = row.left_nodes ?? {};
    const occasion = {
      now: here.now,
      zone: zoneOf(graph, customer.zone, here),
      entered: { at: row.entered_at.getTime(), arrival: row.entered_arrival },
      leftNode: (node: string) => left[node] && { at: left[node][0], arrival: left[node][1] },
    };
    const facts = factsWithin(customer, row.journey_id);
    const met = graph.endings.find(({ when }) => evaluate(when, facts, occasion));
    return met ? [{ row, reason: met.reason }] : [];
  });
  await finish(store, here, ended);
  return ended.length;
}

async function finish(store: Store, here: Here, ended: readonly { row: ActiveRow; reason: string }[]): Promise<void> {
  if (ended.length === 0) return;
  const done = await store.positions.end(ended.map(({ row, reason }) => ({ id: row.id, reason })));
  await store.letters.cancel({
    enrollments: done.map(({ id }) => id),
    now: here.now,
    realNow: here.realNow,
    because: 'ended',
  });
  const reasons = new Map(ended.map(({ row, reason }) => [row.id, { row, reason }]));
  const tally = new Tally();
  const entries = done.flatMap(({ id, visit, node }) => {
    const why = reasons.get(id);
    if (!why) return [];
    tally.add({ journey: why.row.journey_id, version: why.row.version }, 'exit', node, why.reason);
    return [{ enrollmentId: id, visit, at: here.now, steps: JSON.stringify([[node, 'exit', why.reason]]) }];
  });
  await store.diary.write(here.realNow, entries);
  await tally.write(store);
}

import { evaluate } from '@tabiji/shared/conditions/evaluate.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import { compiledVersions, versionName } from '../journeys/compiled.ts';
import { Tally, writeDiary } from './diary.sql.ts';
import { activeOf, endEnrollments, type ActiveRow } from './endings.sql.ts';
import { factsWithin, loadFacts } from './load-facts.ts';
import { cancelUnsent } from './outbox.sql.ts';
import { zoneOf } from './zone-of.ts';

/** Ends passages whose goal or exit condition is met by what has just been stored; what was unsent is taken back. */
export async function endWhoAreDone(trx: Trx, here: Here, customers: readonly number[]): Promise<number> {
  if (customers.length === 0) return 0;
  const active = await activeOf(trx, here.id, customers);
  if (active.length === 0) return 0;
  const versions = await compiledVersions(
    trx,
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
    trx,
    here.id,
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
  await finish(trx, here, ended);
  return ended.length;
}

async function finish(trx: Trx, here: Here, ended: readonly { row: ActiveRow; reason: string }[]): Promise<void> {
  if (ended.length === 0) return;
  const done = await endEnrollments(
    trx,
    here,
    ended.map(({ row, reason }) => ({ id: row.id, reason })),
  );
  await cancelUnsent(trx, here.id, {
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
  await writeDiary(trx, here.id, here.realNow, entries);
  await tally.write(trx, here.id);
}

import { allNeeds, NO_NEEDS, type Facts } from '@tabiji/shared/conditions/facts.ts';
import type { CompiledGraph } from '@tabiji/shared/engine/compile.ts';
import { withChanges } from '@tabiji/shared/engine/changes.ts';
import type { Pass } from '@tabiji/shared/engine/walk.ts';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import type { Json } from '@tabiji/shared/json.ts';
import type { Here } from '../db/in-workspace.ts';
import { compiledVersions, versionName, type Version } from '../journeys/compiled.ts';
import type { DueRow } from './enrollments.sql.ts';
import { setAside } from './frozen.ts';
import { factsWithin, loadFacts, type Known } from './load-facts.ts';
import type { InWorkspace, Store } from './store.ts';
import { takePass, type Taken } from './take-pass.ts';
import { FOR_A_NEWER_MS, writePasses } from './write-passes.ts';
import { zoneOf } from './zone-of.ts';

/** Enrollments of one transaction. */
export const CHUNK = 1000;

/**
 * What one turn did: how many enrollments moved, how many letters they asked for, how many were left to a newer process
 * that knows their node's type, and whether more may be due.
 */
export interface Turn {
  moved: number;
  asked: number;
  left: number;
  more: boolean;
}

/**
 * Moves what is due in some shards of a workspace: claim, walk, write back, commit; one transaction.
 * A chunk that the database refuses is tried again in halves down to the one row at fault, which is parked.
 */
export async function advance(
  inStore: InWorkspace,
  workspaceId: number,
  shards: readonly number[],
  limit = CHUNK,
): Promise<Turn> {
  try {
    return await inStore(workspaceId, (store, here) => turn(store, here, shards, limit));
  } catch (error) {
    if (isDeadlock(error) && limit > 1) return advance(inStore, workspaceId, shards, limit >> 1);
    if (!isRowsFault(error)) throw error;
    if (limit > 1) return advance(inStore, workspaceId, shards, limit >> 1);
    return inStore(workspaceId, async ({ positions }, here) => {
      const [row] = await positions.claimDue({ shards, now: here.now, limit: 1 });
      if (row) await positions.park(row.id, messageOf(error));
      return { moved: 0, asked: 0, left: 0, more: true };
    });
  }
}

async function turn(store: Store, here: Here, shards: readonly number[], limit: number): Promise<Turn> {
  const claimed = await store.positions.claimDue({ shards, now: here.now, limit });
  if (claimed.length === 0) return { moved: 0, asked: 0, left: 0, more: false };
  const running = await setAside(store, here, claimed);
  const versions = await compiledVersions(store, here.id, running.map(keyOf));
  const strange = running.filter((row) => versions.get(versionName(keyOf(row)))?.graph.unknown.has(row.node));
  await store.positions.leave(
    strange.map(({ id }) => id),
    here.now + FOR_A_NEWER_MS,
  );
  const due = await holdCustomers(
    store,
    strange.length === 0 ? running : running.filter((row) => !strange.includes(row)),
    versions,
  );
  const known = await loadFacts(
    store,
    due.map((row) => ({ customer: row.customer_id, needs: needsOf(row, versions) })),
  );
  const arrival = await store.facts.newest();
  const boards = await boardsFor(store, versions);
  const taken = walkAll(due, { here, versions, known: new Map(known), arrival, boards });
  await writePasses(store, here, taken);
  const rests = taken.flatMap((one) => ('pass' in one ? [one.pass.rest] : []));
  const atOnce = rests.some((rest) => rest.kind === 'again' || (rest.kind === 'sleep' && rest.until <= here.now));
  const asked = rests.filter(({ kind }) => kind === 'ask').length;
  const left = strange.length + rests.filter(({ kind }) => kind === 'unknown').length;
  const held = running.length > strange.length && due.length === 0; // all customers are in other hands: look again later
  return { moved: taken.length, asked, left, more: (claimed.length === limit && !held) || atOnce };
}

const keyOf = (row: DueRow) => ({ journey: row.journey_id, version: row.version });

/** All need what their endings ask; who leaves a node by a port what lies behind it, the others what their node needs. */
function needsOf(row: DueRow, versions: ReadonlyMap<string, Version>) {
  const graph = versions.get(versionName(keyOf(row)))?.graph;
  if (!graph) return NO_NEEDS;
  const from = firstNodeOf(row, graph);
  if (from === undefined) return graph.endingNeeds;
  const needs = graph.needsFrom(from);
  return graph.endings.length === 0 ? needs : allNeeds([graph.endingNeeds, needs]);
}

/** The node at which a pass begins: where the row stands, or where its port leads. */
const firstNodeOf = (row: DueRow, graph: CompiledGraph) =>
  row.port === null ? row.node : graph.nodes.get(row.node)?.next.get(row.port);

/**
 * Holds the customers whom passes may change or begin to listen to, before any fact is read: what arrives later then
 * finds the listener. Whoever is held by somebody else (who is receiving facts) is left to a later turn.
 */
async function holdCustomers(
  store: Store,
  claimed: readonly DueRow[],
  versions: ReadonlyMap<string, Version>,
): Promise<readonly DueRow[]> {
  const holds = claimed.map((row) => {
    const graph = versions.get(versionName(keyOf(row)))?.graph;
    const from = graph && firstNodeOf(row, graph);
    return graph !== undefined && from !== undefined && graph.holdsFrom(from);
  });
  const wanted = claimed.filter((_, i) => holds[i]);
  if (wanted.length === 0) return claimed;
  const held = await store.customers.holdFree([...new Set(wanted.map((row) => row.customer_id))]);
  return claimed.filter((row, i) => !holds[i] || held.has(row.customer_id));
}

interface Around {
  here: Here;
  versions: ReadonlyMap<string, Version>;
  /** As passes of this chunk leave it: a later one of the same customer sees what an earlier one did. */
  known: Map<number, Known>;
  arrival: number;
  boards: ReadonlyMap<number, Readonly<Record<NodeId, Json>>>;
}

/** What is decided for everybody, where a journey of the chunk has nodes of which that may be said. */
function boardsFor(
  { nodes }: Store,
  versions: ReadonlyMap<string, Version>,
): Promise<Around['boards']> | Around['boards'] {
  const journeys = [...versions.values()].filter(({ graph }) => graph.records.size > 0);
  return journeys.length === 0 ? NO_BOARDS : nodes.boards([...new Set(journeys.map(({ journeyId }) => journeyId))]);
}

const NO_BOARDS: Around['boards'] = new Map();

function walkAll(due: readonly DueRow[], around: Around): Taken[] {
  return due.map((row) => {
    const taken = walkOne(row, around);
    const customer = around.known.get(row.customer_id);
    if (customer && 'pass' in taken)
      around.known.set(row.customer_id, { ...customer, facts: factsAfter(customer.facts, taken.pass) });
    return taken;
  });
}

/** What is known of a customer once a pass is taken: what it changed, and the letter it asked for. */
function factsAfter(facts: Facts, { changes, rest }: Pass): Facts {
  const changed = withChanges(facts, changes);
  if (rest.kind !== 'ask' || rest.effect.kind !== 'send') return changed;
  return { ...changed, underWay: new Set([...facts.underWay, rest.effect.template]) };
}

function walkOne(row: DueRow, { here, versions, known, arrival, boards }: Around): Taken {
  const version = versions.get(versionName(keyOf(row)));
  const customer = known.get(row.customer_id);
  try {
    if (!version) throw new Error(`version ${row.version} of journey ${row.journey_id} is gone`);
    if (!customer) throw new Error(`customer ${row.customer_id} is gone`);
    const zone = zoneOf(version.graph, customer.zone, here);
    return takePass(row, version, {
      facts: factsWithin(customer, row.journey_id),
      zone,
      arrival,
      now: here.now,
      boards: boards.get(row.journey_id),
    });
  } catch (error) {
    return { row, parked: messageOf(error) };
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Data the database refuses (class 22, 23) or our own check; a lost connection or a full disk is nobody's row. */
function isRowsFault(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? /^(22|23)/.test(code) : false;
}

/**
 * What follows from a change may wait for passages that another worker has claimed, and the other for ours; PostgreSQL
 * ends one of the two, and a smaller chunk goes round it.
 */
const isDeadlock = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === '40P01';

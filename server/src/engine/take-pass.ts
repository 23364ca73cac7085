import type { Facts } from '@tabiji/shared/conditions/facts.ts';
import { walk, type Pass } from '@tabiji/shared/engine/walk.ts';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import type { Json } from '@tabiji/shared/json.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import type { Version } from '../journeys/compiled.ts';
import type { DueRow } from './enrollments.sql.ts';

/** A claimed enrollment with the pass it took. */
export interface Walked {
  row: DueRow;
  version: Version;
  pass: Pass;
  at: Millis;
  /** Number of the newest fact when it was taken. */
  arrival: number;
}
/** The same, or why it could take none. */
export type Taken = Walked | { row: DueRow; parked: string };

/** What a pass is taken with. */
export interface Around {
  facts: Facts;
  zone: string;
  arrival: number;
  now: Millis;
  /** What is decided for everybody at nodes of the journey. */
  boards?: Readonly<Record<NodeId, Json>> | undefined;
}

/** Walks one claimed enrollment. What rested for an effect goes on at the instant of its result. */
export function takePass(row: DueRow, version: Version, { facts, zone, arrival, now, boards }: Around): Taken {
  const at = row.port !== null && !row.asleep ? row.due_at.getTime() : now;
  const standing = {
    enrollment: { id: row.id, customer: row.customer_id, journey: row.journey_id },
    node: row.node,
    port: row.port,
    intent: row.intent,
    entered: { at: row.entered_at.getTime(), arrival: row.entered_arrival },
    left: row.left_nodes ?? {},
    memory: row.memory ?? {},
  };
  const reached = row.visit === 0 ? standing.entered : { at: row.due_at.getTime(), arrival };
  return {
    row,
    version,
    at,
    arrival,
    pass: walk(version.graph, standing, { facts, now: at, zone, arrival, reached, boards }),
  };
}

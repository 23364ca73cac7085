import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import type { Json } from '@tabiji/shared/json.ts';
import type { Choice } from '../choices.sql.ts';
import type { AskedWork } from '../effects.sql.ts';

/** What nodes keep besides positions, and what they ask for besides letters. */
export interface Nodes {
  /** Keeps by which ports customers left nodes; what was kept before of a customer and node stays. */
  keepChoices(choices: readonly Choice[]): Promise<void>;
  /** What is decided for everybody, by journey and node. */
  boards(journeys: readonly number[]): Promise<Map<number, Record<NodeId, Json>>>;
  /** Puts work of node types' own where its worker finds it. */
  ask(work: readonly AskedWork[]): Promise<void>;
}

import { compileGraph, type CompiledGraph } from '@tabiji/shared/engine/compile.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import { keepCompiled, type Version } from '../../journeys/compiled.ts';
import { MemoryWorld, type Mailbox } from '../world.ts';
import type { Scene } from './load-scene.ts';

/** A graph that is ready to run in many worlds of one scene. */
export interface Prepared {
  scene: Scene;
  graph: JourneyGraph;
  version: Version;
  /** Worlds of one origin share what is compiled. */
  origin: object;
  mailbox: Mailbox;
}

/**
 * Makes a graph ready to run as the only version of its journey.
 * @param change makes another graph of the compiled one: somebody watches, or somebody decides for a node
 * @throws Error when a configuration does not fit its type
 */
export function prepare(
  scene: Scene,
  graph: JourneyGraph,
  mailbox: Mailbox,
  change: (compiled: CompiledGraph) => CompiledGraph = (compiled) => compiled,
): Prepared {
  const templates = Object.fromEntries([...scene.templates.keys()].map((key, i) => [key, i + 1]));
  const version = { journeyId: scene.journeyId, version: 1, graph: change(compileGraph(graph)), templates };
  const origin = {};
  keepCompiled(origin, scene.place.id, version);
  return { scene, graph, version, origin, mailbox };
}

/** An empty world at an instant: the journey is live, segments are kept, nobody is there yet. */
export function openWorld({ scene, graph, version, origin, mailbox }: Prepared, at: Millis): MemoryWorld {
  const { cpm, asking, shopName, journeyId } = scene;
  const world = new MemoryWorld(scene.place, at, { origin, cpm, asking, shopName, ...mailbox });
  const { db } = world;
  const trx = db.begin(at);
  const date = new Date(at);
  trx.insert(db.journey, {
    id: journeyId,
    name: graph.name,
    mailing: false,
    status: 'live',
    draft: graph,
    draft_rev: 1,
    draft_by: null,
    changed: false,
    planning: false,
    version: 1,
    paused_at: null,
    hold_first: null,
    change: null,
    created_at: date,
    updated_at: date,
  });
  trx.insert(db.journey_version, {
    journey_id: journeyId,
    version: 1,
    graph,
    templates: version.templates,
    senders: {},
    published_at: date,
    travelled: true,
    plan: {},
  });
  for (const { id, key, name, condition } of scene.segments)
    trx.insert(db.segment, { id, key, name, condition, refreshing: false, revision: 1, updated_at: date });
  for (const { node, board } of scene.boards)
    trx.insert(db.node_board, { journey_id: journeyId, node, board, updated_at: date });
  for (const [key, template] of scene.templates)
    trx.insert(db.template_version, { id: version.templates[key]!, ...template });
  db.commit(trx);
  return world;
}

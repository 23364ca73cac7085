import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import type { CpmSettings } from '@tabiji/shared/cpm/settings.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Json } from '@tabiji/shared/json.ts';
import { openNode } from '@tabiji/shared/nodes/registry.ts';
import type { Trx } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';
import { findShop } from '../../engine/shop.sql.ts';
import { findAsking } from '../../questions/questions.sql.ts';
import type { Asking } from '../../questions/links.ts';
import { getMailSettings } from '../../templates/brand/settings.sql.ts';
import type { CompiledTemplate } from '../../templates/render-liquid.ts';
import { findTemplates } from '../../templates/templates.sql.ts';
import type { Place } from '../world.ts';
import { boardsOf, segmentsOf, shopNameOf } from './scene.sql.ts';
import { compiledTemplate } from './compiled-template.ts';

/** All that surrounds a journey in its workspace, but the customers. */
export interface Scene {
  place: Place;
  shopName: string;
  /** Workspace time. */
  now: number;
  cpm: CpmSettings;
  asking: Asking | undefined;
  segments: readonly { id: number; key: string; name: string; condition: Condition }[];
  boards: readonly { node: string; board: Json & object }[];
  /** By key; a template that is missing or broken is not among them. */
  templates: ReadonlyMap<string, CompiledTemplate>;
  journeyId: number;
}

/** A draft without a number of its own gets this one: no journey has it. */
const NO_JOURNEY = 2_000_000_000;

/** Reads what surrounds a graph. Nothing is written. */
export async function loadScene(
  trx: Trx,
  here: Here,
  graph: JourneyGraph,
  journeyId: number = NO_JOURNEY,
): Promise<Scene> {
  const { now, realNow: _, ...place } = here;
  const templates = await findTemplates(trx, here, templatesIn(graph));
  const settings = await getMailSettings(trx, here);
  const compiled = await Promise.all(
    templates.map(async (one) => [one.key, await compiledTemplate(one, here.locale, settings)] as const),
  );
  const asking = await findAsking(trx, here);
  return {
    place: { ...place, provider: 'letters', stopped: false, paces: {}, pausedSenders: [], pausedProducts: [] },
    shopName: await shopNameOf(trx, here.id),
    now,
    cpm: (await findShop(trx, here.id)).cpm,
    asking: asAsked(asking, graph),
    segments: await segmentsOf(trx, here.id),
    boards: await boardsOf(trx, here.id, journeyId),
    templates: new Map(compiled.flatMap(([key, one]) => (one ? [[key, one] as const] : []))),
    journeyId,
  };
}

const opened = (graph: JourneyGraph) =>
  Object.values(graph.nodes).flatMap((node) => {
    const one = openNode(node);
    return one.ok ? [one] : [];
  });

const templatesIn = (graph: JourneyGraph): string[] => [
  ...new Set(opened(graph).flatMap(({ definition, config }) => definition.templates?.(config) ?? [])),
];

/** The links that mails would have once the graph is published; those of a draft open nothing. */
function asAsked(asking: Asking | undefined, graph: JourneyGraph): Asking | undefined {
  const own = opened(graph).flatMap(({ definition, config }) => definition.asks?.(config) ?? []);
  if (own.length === 0) return asking;
  const names = new Set(own.map(({ question }) => question));
  const others = (asking?.questions ?? []).filter(({ name }) => !names.has(name));
  const drawn = own.map(({ question, answers }) => ({ name: question, answers: answers.map(({ value }) => value) }));
  return { secret: asking?.secret ?? 'simulation', questions: [...others, ...drawn] };
}

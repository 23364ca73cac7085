import type { PublishPreview } from '@tabiji/shared/api/journeys.ts';
import { compileGraph } from '@tabiji/shared/engine/compile.ts';
import { nodeChanges, type ChoiceKind } from '@tabiji/shared/journey/publish-plan.ts';
import { problemsOf } from '@tabiji/shared/journey/problems.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';
import { getJourney, namesOf } from '../journeys.sql.ts';
import { getVersions } from '../versions.sql.ts';
import { documentOf } from '../what-to-publish.ts';
import { finishingOld, peopleInside } from './inside.sql.ts';
import { recount } from './recount.ts';

/** What publishing the draft, or an older version again, would mean to the people inside: counted by the code that publishes, and nothing is written. */
export async function previewPublish(trx: Trx, here: Here, id: number, restore?: number): Promise<PublishPreview> {
  const journey = await getJourney(trx, here.id, id);
  const { graph: after } = await documentOf(trx, here, journey, { restore });
  const problems = problemsOf(after, await namesOf(trx, here.id));
  const nothing = {
    rev: journey.draft_rev,
    version: (journey.version ?? 0) + 1,
    problems,
    nodes: [],
    goOn: 0,
    finishing: 0,
  };
  if (journey.version === null) return nothing;
  const inside = { journeyId: id, version: journey.version };
  const [published] = await getVersions(trx, here.id, [{ journey: id, version: journey.version }]);
  if (!published) throw new Error(`version ${journey.version} of journey ${id} is gone`);
  const people = await peopleInside(trx, here, inside);
  const runnable = problems.every(({ severity }) => severity !== 'error');
  const graph = runnable ? compileGraph(after) : undefined;

  const actAtOnce = async (node: string, choice: ChoiceKind): Promise<number> => {
    const there = people.get(node);
    if (!there || choice === 'exit') return 0;
    if (choice === 'move') return there.people;
    if (choice !== 'recount' || !graph) return there.due;
    let n = 0;
    for await (const page of recount(trx, here, inside, { node, graph }))
      n += page.filter(({ dueAt, listens }) => !listens && dueAt.getTime() <= here.now).length;
    return n;
  };
  const nodes: PublishPreview['nodes'] = [];
  for (const { node, change, choices } of nodeChanges(published.graph, after)) {
    const there = people.get(node);
    if (!there) continue;
    const told: PublishPreview['nodes'][number]['choices'] = [];
    for (const choice of choices) told.push({ choice, actAtOnce: await actAtOnce(node, choice) });
    const name = titleOf(published.graph.nodes[node]);
    nodes.push({ node, name, change, people: there.people, asking: there.asking, choices: told });
  }
  const planned = new Set(nodes.map(({ node }) => node));
  const goOn = [...people].reduce((sum, [node, there]) => sum + (planned.has(node) ? 0 : there.people), 0);
  return { ...nothing, nodes, goOn, finishing: await finishingOld(trx, here, inside) };
}

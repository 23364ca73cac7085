import { compileGraph } from '@tabiji/shared/engine/compile.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { kindOf, nodeChanges, type NodeChange, type PublishPlan } from '@tabiji/shared/journey/publish-plan.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';
import { endPassages } from '../../engine/endings.ts';
import { pgStore } from '../../engine/pg-store.ts';
import {
  followVersion,
  lockInside,
  moveTo,
  peopleInside,
  restingAt,
  writeRecounted,
  type Inside,
} from './inside.sql.ts';
import { recount } from './recount.ts';

/** From which published version to which new one. */
export interface Republish {
  inside: Inside;
  before: JourneyGraph;
  after: JourneyGraph;
  toVersion: number;
}

/**
 * Does with the people inside what the plan says for each changed or removed node; everybody else goes on by the new
 * version from where they rest. Part of the publish's transaction. Answers how many the plan was about, by node.
 * @throws AppError `refused` naming every node where people rest and the plan says nothing, or something impossible
 */
export async function applyPlan(
  trx: Trx,
  here: Here,
  republish: Republish,
  plan: PublishPlan,
): Promise<Record<string, number>> {
  const { inside, before, after, toVersion } = republish;
  await lockInside(trx, here, inside);
  const people = await peopleInside(trx, here, inside);
  const changes = nodeChanges(before, after).filter(({ node }) => people.has(node));
  refuseIncomplete(changes, plan, after, people);
  const graph = compileGraph(after);
  const planned = changes.map(({ node }) => node);
  for (const node of planned) {
    const choice = plan[node]!;
    const kind = kindOf(choice);
    if (kind === 'exit') {
      const row = { journey_id: inside.journeyId, version: inside.version };
      const leaving = await restingAt(trx, here, inside, node);
      await endPassages(
        pgStore(trx, here),
        here,
        leaving.map((rowId) => ({ row: { ...row, id: rowId }, reason: 'republished' })),
      );
    } else if (typeof choice === 'object') {
      const moved = await moveTo(trx, here, inside, { node, to: choice.move, toVersion });
      await cancelFor(trx, here, moved);
    } else if (kind === 'recount') {
      for await (const page of recount(trx, here, inside, { node, graph })) {
        await cancelFor(
          trx,
          here,
          page.filter(({ port }) => port === null).map(({ id }) => id),
        );
        await writeRecounted(trx, here, { ...inside, node, toVersion }, page);
      }
    }
  }
  const stay = planned.filter((node) => kindOf(plan[node]!) !== 'keep');
  await followVersion(trx, here, inside, { to: toVersion, except: stay });
  return Object.fromEntries(planned.map((node) => [node, people.get(node)?.people ?? 0]));
}

/** Letters that people were about to get where they no longer are. */
const cancelFor = (trx: Trx, here: Here, enrollments: readonly number[]) =>
  pgStore(trx, here).letters.cancel({ enrollments, now: here.now, realNow: here.realNow, because: 'republished' });

function refuseIncomplete(
  changes: readonly NodeChange[],
  plan: PublishPlan,
  after: JourneyGraph,
  people: ReadonlyMap<string, { people: number }>,
): void {
  const wrong = changes.flatMap(({ node, change, choices }) => {
    const choice = plan[node];
    const count = people.get(node)?.people ?? 0;
    const problem =
      choice === undefined
        ? 'the plan does not say what happens to them'
        : !choices.includes(kindOf(choice))
          ? `"${kindOf(choice)}" is not possible there; choose from ${choices.join(', ')}`
          : typeof choice === 'object' && !after.nodes[choice.move]
            ? `the new version has no node ${choice.move} to move them to`
            : undefined;
    return problem === undefined ? [] : [{ node, change, people: count, choices, problem }];
  });
  if (wrong.length === 0) return;
  const [first] = wrong;
  throw new AppError(
    'refused',
    `${first!.people} customers rest at the ${first!.change} node ${first!.node}, and ${first!.problem}.` +
      (wrong.length > 1 ? ` So it is with ${wrong.length - 1} more.` : ''),
    { field: 'plan', details: wrong },
  );
}

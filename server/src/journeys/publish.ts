import { compileGraph } from '@tabiji/shared/engine/compile.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { nextRun } from '@tabiji/shared/time/cron.ts';
import type { Existing } from '@tabiji/shared/journey/existing.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { problemsOf } from '@tabiji/shared/journey/problems.ts';
import type { PublishPlan } from '@tabiji/shared/journey/publish-plan.ts';
import type { Asking } from '@tabiji/shared/nodes/define-node.ts';
import { openNode } from '@tabiji/shared/nodes/registry.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import { startsOf, startsOn } from '../engine/starts.ts';
import { beginSchedules, dropJourneyTimers } from '../engine/timers.sql.ts';
import { keepQuestions } from '../questions/questions.sql.ts';
import { pinTemplates } from '../templates/pin-templates.ts';
import { applyPlan } from './inside/apply-plan.ts';
import { textOf as existingText } from './take-in.ts';
import { beginTakeIn } from './take-in.sql.ts';
import { getVersions } from './versions.sql.ts';
import { insertVersion, lockJourney, namesOf } from './journeys.sql.ts';

/**
 * Makes the draft the version by which customers enter from now on, and does with those inside what the plan says.
 * @throws AppError `conflict` when the draft is not at revision `rev`; `refused` with the problems that stand in the
 *   way, or with the nodes for which the plan says nothing
 */
export async function publish(
  trx: Trx,
  here: Here,
  id: number,
  rev: number,
  plan: PublishPlan = {},
  existing: Existing = 'future',
): Promise<{ version: number }> {
  const journey = await lockJourney(trx, here.id, id);
  if (journey.status === 'archived')
    throw new AppError('refused', 'The journey is archived: restore it before publishing it.');
  if (journey.change?.do === 'stop')
    throw new AppError('conflict', 'The journey is being stopped. Publish it when nobody is inside.');
  if (journey.draft_rev !== rev)
    throw new AppError(
      'conflict',
      `The draft has changed meanwhile: it is at revision ${journey.draft_rev}, not ${rev}.`,
      {
        field: 'rev',
      },
    );
  const errors = problemsOf(journey.draft, await namesOf(trx, here.id)).filter(({ severity }) => severity === 'error');
  if (errors.length > 0)
    throw new AppError('refused', `The journey has ${errors.length} problem(s): ${errors[0]?.message.en}`, {
      details: errors,
    });
  await keepQuestions(trx, here, questionsIn(journey.draft));
  const templates = await pinTemplates(trx, here, templatesIn(journey.draft));
  const version = (journey.version ?? 0) + 1;
  if (existing !== 'future') await beginTakeIn(trx, here, { journeyId: id, version, existing: existingText(existing) });
  await insertVersion(trx, here, { journeyId: id, version, graph: journey.draft, templates, plan });
  if (journey.version !== null) {
    const inside = { journeyId: id, version: journey.version };
    const [before] = await getVersions(trx, here.id, [{ journey: id, version: journey.version }]);
    if (!before) throw new Error(`version ${journey.version} of journey ${id} is gone`);
    await applyPlan(trx, here, { inside, before: before.graph, after: journey.draft, toVersion: version }, plan);
  }
  await keepTimers(trx, here, id, journey.draft);
  return { version };
}

/** What all nodes of a graph ask customers by links in mails. */
const questionsIn = (graph: JourneyGraph): Asking[] =>
  Object.values(graph.nodes).flatMap((node) => {
    const opened = openNode(node);
    const asked = opened.ok ? opened.definition.asks?.(opened.config) : undefined;
    return asked ? [asked] : [];
  });

/** Keys of all templates a graph sends. */
export const templatesIn = (graph: JourneyGraph): string[] => [
  ...new Set(
    Object.values(graph.nodes).flatMap((node) => {
      const opened = openNode(node);
      return opened.ok ? (opened.definition.templates?.(opened.config) ?? []) : [];
    }),
  ),
];

/**
 * Timers of triggers that the new version no longer has are taken back; the others stay as they are planned; schedules
 * begin. Compiled
 * apart from the shared memory of versions, which must not learn of one that may yet be rolled back.
 */
async function keepTimers(trx: Trx, here: Here, journeyId: number, draft: JourneyGraph): Promise<void> {
  const next = { journeyId, version: 0, graph: compileGraph(draft), templates: {} };
  const starts = startsOf([next]);
  await dropJourneyTimers(
    trx,
    here.id,
    journeyId,
    starts.map(({ ref }) => ref),
  );
  const schedules = startsOn(starts, 'schedule').flatMap(({ trigger, ref }) => {
    const at = nextRun(trigger.cron, here.now, here.zone);
    return at === undefined ? [] : [{ ref, at }];
  });
  await beginSchedules(trx, here.id, schedules);
}

import { compileGraph } from '@tabiji/shared/engine/compile.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { nextRun } from '@tabiji/shared/time/cron.ts';
import type { Existing } from '@tabiji/shared/journey/existing.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { templatesIn } from '@tabiji/shared/journey/file/mentioned.ts';
import { patchesBetween } from '@tabiji/shared/journey/patches/patches-between.ts';
import { problemsOf } from '@tabiji/shared/journey/problems.ts';
import type { PublishPlan } from '@tabiji/shared/journey/publish-plan.ts';
import type { Surroundings } from '@tabiji/shared/nodes/define-node.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import { startsOf, startsOn } from '../engine/starts.ts';
import { beginSchedules, dropJourneyTimers } from '../engine/timers.sql.ts';
import { templateSenders } from '../templates/templates.sql.ts';
import { askedIn } from '../questions/asked-links.ts';
import { keepQuestions } from '../questions/questions.sql.ts';
import { applyPlan } from './inside/apply-plan.ts';
import { textOf as existingText } from './take-in.ts';
import { holdMails } from './release-hold/release.ts';
import { beginTakeIn } from './take-in.sql.ts';
import { getVersions } from './versions.sql.ts';
import { NOBODY } from './draft/author.ts';
import { writeDraft } from './draft/write-draft.ts';
import { insertVersion, lockJourney, namesOf } from './journeys.sql.ts';
import { changeAlone } from './life.sql.ts';
import { rewriteWaiting } from '../messages/waiting.sql.ts';
import { settleReview } from './reviews/reviews.ts';
import { changesInWords } from './versions/changes-in-words.ts';
import { insertPublishRecord } from './versions/version-rows.sql.ts';
import { refuseSenders } from './checks/sender-problems.ts';
import { documentOf, mailsOf, type Source } from './what-to-publish.ts';
import { whoWrites } from './who-writes.ts';

/** What goes with a publish beside its document. */
export interface PublishWith {
  plan?: PublishPlan | undefined;
  existing?: Existing | undefined;
  note?: string | undefined;
  by?: string | undefined;
  /** So many mails are to be looked at before any goes; absent: as before. */
  holdFirst?: number | undefined;
}

/** Publishes the draft of revision `rev`; see `publishFrom`. */
export const publish = (
  trx: Trx,
  here: Here,
  id: number,
  rev: number,
  plan?: PublishPlan,
  existing?: Existing,
): Promise<{ version: number }> => publishFrom(trx, here, id, { rev }, { plan, existing });

/**
 * Makes the draft, or the document of an older version, the version by which customers enter from now on, and does with
 * those inside what the plan says. A draft with changes of its own survives the return of an older version.
 * @throws AppError `conflict` when the draft is not at revision `rev`; `refused` with the problems that stand in the
 *   way, with the nodes for which the plan says nothing, or for want of an approval
 */
export async function publishFrom(
  trx: Trx,
  here: Here,
  id: number,
  source: Source,
  { plan = {}, existing = 'future', note, by, holdFirst }: PublishWith = {},
): Promise<{ version: number }> {
  await changeAlone(trx, id); // who releases or resumes page by page locks mails and people before the journey
  const journey = await lockJourney(trx, here.id, id);
  if (journey.status === 'archived')
    throw new AppError('refused', 'The journey is archived: restore it before publishing it.');
  if (journey.change?.do === 'stop')
    throw new AppError('conflict', 'The journey is being stopped. Publish it when nobody is inside.');
  const document = await documentOf(trx, here, journey, source);
  const { graph } = document;
  refuseProblems(graph, await namesOf(trx, here.id));
  const restores = 'restore' in source ? source.restore : null;
  const version = (journey.version ?? 0) + 1;
  const approvedBy = restores === null ? await settleReview(trx, here, journey, { version, by }) : null;
  await keepQuestions(trx, here, askedIn(graph).questions);
  const senders = document.senders ?? (await templateSenders(trx, here, templatesIn(graph)));
  const writes = await whoWrites(trx, here, graph, senders);
  await refuseSenders(trx, here, graph, writes);
  const templates = await mailsOf(trx, here, document, writes);
  if (existing !== 'future') await beginTakeIn(trx, here, { journeyId: id, version, existing: existingText(existing) });
  const before = journey.version === null ? undefined : await publishedGraph(trx, here, id, journey.version);
  await insertVersion(trx, here, {
    journeyId: id,
    version,
    graph,
    templates,
    senders,
    plan,
    changed: restores !== null && journey.changed,
  });
  const inside = { journeyId: id, version: journey.version ?? 0 };
  const people = before ? await applyPlan(trx, here, { inside, before, after: graph, toVersion: version }, plan) : {};
  if (journey.hold_first !== null) await rewriteWaiting(trx, here, id, { version, templates });
  if (holdFirst !== undefined) await holdMails(trx, here, id, { first: holdFirst, by: by || null });
  const about = { journey_id: id, version, restores, name: null, note: note || null, published_by: by || null };
  const changes = before ? await changesInWords(trx, here, before, graph) : null;
  await insertPublishRecord(trx, here, { ...about, approved_by: approvedBy, changes, people });
  if (restores !== null && !journey.changed) {
    const labels = [{ ja: `v${restores} に戻す`, en: `Restore v${restores}` }];
    const change = { graph, patches: patchesBetween(journey.draft, graph), labels, author: NOBODY };
    await writeDraft(trx, here, { ...journey, version }, change);
  }
  const begins = await keepTimers(trx, here, id, graph);
  if (journey.mailing && begins === 0)
    throw new AppError('refused', 'The time of this mailing has passed: make it anew for another one.');
  return { version };
}

async function publishedGraph(trx: Trx, here: Here, journey: number, version: number): Promise<JourneyGraph> {
  const [row] = await getVersions(trx, here.id, [{ journey, version }]);
  if (!row) throw new Error(`version ${version} of journey ${journey} is gone`);
  return row.graph;
}

function refuseProblems(graph: JourneyGraph, around: Surroundings): void {
  const errors = problemsOf(graph, around).filter(({ severity }) => severity === 'error');
  if (errors.length > 0)
    throw new AppError('refused', `The journey has ${errors.length} problem(s): ${errors[0]?.message.en}`, {
      details: errors,
    });
}

/**
 * Timers of triggers that the new version no longer has are taken back; the others stay as they are planned; schedules
 * begin, and are counted. Compiled
 * apart from the shared memory of versions, which must not learn of one that may yet be rolled back.
 */
async function keepTimers(trx: Trx, here: Here, journeyId: number, draft: JourneyGraph): Promise<number> {
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
  return schedules.length;
}

import { watchDomains } from '../domains/watch-domains.ts';
import { handOver } from '../effects/hand-over.ts';
import { performDue } from '../effects/perform-due.ts';
import { advance } from '../engine/advance.ts';
import { fireTimers } from '../engine/fire-timers.ts';
import { judgeExperiments } from '../experiments/judge.ts';
import { sealWebhookSecrets } from '../feedback/resend/secrets.sql.ts';
import { runImportJob } from '../imports/import-job.ts';
import { changeJourney } from '../journeys/change-journey.ts';
import { takeIn } from '../journeys/take-in.ts';
import { planForEverybody } from '../journeys/plan-elapsed.ts';
import { readMailboxes } from '../mailbox/read-mailboxes.ts';
import { sendForAWhile } from '../messages/send-for-a-while.ts';
import type { JobData, JobName } from '../queue/jobs.ts';
import { refreshSegment } from '../segments/refresh.ts';
import type { Services } from '../services.ts';
import { listWorkspaces } from '../workspaces/workspaces.sql.ts';
import { travel } from '../workspaces/travel.ts';
import { keepHouse } from './keep-house.sql.ts';
import { LEFT_TO_A_NEWER_ONE } from './move-here.ts';

/** `more`: it stopped because it was told to, and something may still be due. */
type Left = void | { more: boolean };

type Handler<N extends JobName> = (services: Services, data: JobData<N>, signal: AbortSignal) => Promise<Left>;

/** Letters handed over per claim. */
const LETTERS = 200;

/** Handlers without thoughts; a job without one does not compile. */
export const HANDLERS: { [N in JobName]: Handler<N> } = {
  async advance({ inStore, ring, log }, { workspaceId, shard }, signal) {
    for (;;) {
      const turn = await advance(inStore, workspaceId, [shard]);
      if (turn.left > 0) log.warn({ workspaceId, shard, enrollments: turn.left }, LEFT_TO_A_NEWER_ONE);
      if (turn.asked > 0) ring(workspaceId);
      if (!turn.more || signal.aborted) return { more: turn.more };
    }
  },
  async send(services, { workspaceId }, signal) {
    return { more: await sendForAWhile(services, workspaceId, signal) };
  },
  async effects(services, { workspaceId }, signal) {
    for (;;) {
      const batch = await performDue(services, workspaceId);
      if (batch.handed > 0) services.ring(workspaceId);
      if (!batch.more || signal.aborted) return { more: batch.more };
    }
  },
  async timers({ inStore, ring }, { workspaceId }, signal) {
    for (;;) {
      const batch = await fireTimers(inStore, workspaceId);
      if (batch.fired > 0) ring(workspaceId);
      if (!batch.more || signal.aborted) return { more: batch.more };
    }
  },
  travel: (services, { workspaceId }, signal) =>
    travel(services.db, workspaceId, (id) => handOver(services, id, { limit: LETTERS }), { signal }),
  import: (services, { workspaceId, importId }, signal) => runImportJob(services, workspaceId, importId, signal),
  refresh_segment: ({ db }, { workspaceId, key }, signal) => refreshSegment(db, workspaceId, key, signal),
  take_in: async ({ db, ring }, { workspaceId, journeyId }, signal) => {
    await takeIn(db, workspaceId, journeyId, signal);
    ring(workspaceId);
  },
  plan_elapsed: ({ db }, { workspaceId, journeyId }) => planForEverybody(db, workspaceId, journeyId),
  change_journey: ({ db, ring }, { workspaceId, journeyId }, signal) =>
    changeJourney(db, workspaceId, journeyId, { signal, onPage: () => ring(workspaceId) }),
  async experiments({ db }, _, signal) {
    for (const id of await listWorkspaces(db)) if (!signal.aborted) await judgeExperiments(db, id, signal);
  },
  domains: watchDomains,
  mailboxes: readMailboxes,
  async housekeeping({ db, config }) {
    await keepHouse(db);
    await sealWebhookSecrets(db, config);
  },
};

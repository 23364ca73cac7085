import type { Lease } from '@tabiji/shared/api/drafts.ts';
import type { JourneyDetail } from '@tabiji/shared/api/journeys.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { api } from '../../api/client.ts';
import { ApiError } from '../../api/request.ts';
import { openTabs, person, tabId } from '../../person/person.ts';
import { localDrafts, type LocalDraft } from './local-drafts.ts';
import { isPassing } from '../session/save-state.ts';

/** Everything a journey is opened with. */
export interface Opening {
  /** As the server has it; without a connection, as it had it last. */
  detail: JourneyDetail;
  /** What this browser has kept of it. */
  local: LocalDraft | undefined;
  /** Absent without a connection. */
  lease: Lease | undefined;
  /** The published graph, where the draft is somebody else's: what is shown first. */
  published: JourneyGraph | undefined;
  /** When this window opened it (ms); a later visit is not ended by an earlier one’s farewell. */
  opened: number;
}

/**
 * Fetches a journey for drawing. Without a connection it is opened as this browser kept it.
 * @throws ApiError when it can be had neither way
 */
export async function openDraft(id: number, signal?: AbortSignal): Promise<Opening> {
  const opened = Date.now();
  const asked = api.journeys.get(id, signal);
  asked.catch(() => undefined); // heard below
  const kept = await localDrafts(id, { tab: tabId(), openTabs })
    .take()
    .catch(() => undefined); // a browser that keeps nothing
  try {
    const detail = await asked;
    const local = kept && isOf(kept, detail) ? kept : undefined;
    const isForeign = !(local && hasWork(local)) && isSomebodyElses(detail);
    const [lease, published] = await Promise.all([
      api.journeys.lease(id, { want: isForeign ? 'view' : 'edit', opened }),
      isForeign ? api.journeys.published(id, signal) : undefined,
    ]);
    return { detail, local, lease, published: published?.graph, opened };
  } catch (error) {
    const isAway = error instanceof ApiError && isPassing(error);
    if (!isAway || !kept) throw error;
    return { detail: kept.base, local: kept, lease: undefined, published: undefined, opened };
  }
}

const hasWork = ({ work }: LocalDraft) => work.patches.length > 0;

/** A database that was begun anew or brought back from a copy may use a number again for something else. */
const isOf = (local: LocalDraft, { createdAt, rev }: JourneyDetail): boolean =>
  local.base.createdAt === createdAt && (hasWork(local) || local.base.rev <= rev);

/** Unpublished changes of somebody else are not taken for one's own: the published version is shown first. */
const isSomebodyElses = ({ changed, version, draftBy }: JourneyDetail): boolean =>
  changed && version !== null && draftBy !== null && draftBy.id !== person.getState().id;

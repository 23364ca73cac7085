import type { PatchDraft, PatchedDraft } from '@tabiji/shared/api/drafts.ts';
import { api } from '../../api/client.ts';

/** Browsers let requests of at most 64 KiB outlive their page. */
const OUTLIVES = 60_000;

/** Sends changes of a draft. What is too large to outlive the page stays in this browser and is sent next time. */
export function saveDraft(id: number, body: PatchDraft, { leaving }: { leaving: boolean }): Promise<PatchedDraft> {
  const keepalive = leaving && new Blob([JSON.stringify(body)]).size < OUTLIVES;
  return api.journeys.patchDraft(id, body, { keepalive });
}

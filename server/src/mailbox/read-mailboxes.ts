import type { Services } from '../services.ts';
import { listWorkspaces } from '../workspaces/workspaces.sql.ts';
import { readMailbox } from './read-mailbox.ts';

/** Looks into every workspace's mailbox; one that cannot be read keeps no other waiting for longer than it takes to see. */
export async function readMailboxes(services: Services, _: object, signal: AbortSignal): Promise<void> {
  for (const id of await listWorkspaces(services.db)) {
    if (signal.aborted) return;
    await readMailbox(services, id, signal);
  }
}

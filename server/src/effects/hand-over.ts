import type { Round } from '../messages/due.ts';
import { sendDue } from '../messages/send-due.ts';
import type { Services } from '../services.ts';
import { performDue } from './perform-due.ts';

/** One round of everything that passes ask for outside: letters, and work of node types' own. */
export async function handOver(services: Services, workspaceId: number, letters: { limit: number }): Promise<Round> {
  const sent = await sendDue(services, workspaceId, letters);
  const performed = await performDue(services, workspaceId);
  return { handed: sent.handed + performed.handed, more: sent.more || performed.more };
}

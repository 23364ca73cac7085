import { sendDue } from './send-due.ts';
import type { SendPorts } from './send-ports.ts';

const FIRST = 100;
const LEAST = 10;
const MOST = 800;
/** Mails of a round are held by one sender: no more than it hands over in such a time. */
const ROUND_MS = 100;

/** How many mails of a workspace this process hands over in that time; its provider decides. */
const paces = new Map<number, number>();

/**
 * Sends what is due, round after round, until it is told to stop; what it holds then and has not begun is given back.
 * Rounds grow while they are quick, so that a quick provider is given many mails at once and a slow one few.
 * @returns whether more may be due
 */
export async function sendForAWhile(ports: SendPorts, workspaceId: number, stop: AbortSignal): Promise<boolean> {
  for (;;) {
    const limit = paces.get(workspaceId) ?? FIRST;
    const began = ports.clock.elapsed();
    const { handed, more } = await sendDue(ports, workspaceId, { limit, stop });
    if (handed > 0) {
      ports.ring(workspaceId);
      const pace = (handed * ROUND_MS) / Math.max(1, ports.clock.elapsed() - began);
      paces.set(workspaceId, Math.round(Math.min(Math.max(pace, limit / 2, LEAST), limit * 2, MOST)));
    }
    if (!more || stop.aborted) return more;
  }
}

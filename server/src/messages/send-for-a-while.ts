import type { Round } from './due.ts';
import { sendDue } from './send-due.ts';
import type { SendPorts } from './send-ports.ts';

const FIRST = 200;
const LEAST = 50;
const MOST = 800;
/** A round that takes this long is large enough: others wait for what it holds, and what it holds is lost with it for a while. */
const ROUND_MS = 100;

/**
 * Sends what is due, round after round. Rounds grow while they are quick, so that a quick provider is given many mails at
 * once and a slow one few.
 * @param until asked after each round
 * @returns whether more may be due
 */
export async function sendForAWhile(ports: SendPorts, workspaceId: number, until: () => boolean): Promise<boolean> {
  let limit = FIRST;
  for (;;) {
    const began = ports.clock.elapsed();
    const { handed, more }: Round = await sendDue(ports, workspaceId, { limit });
    if (handed > 0) ports.ring(workspaceId);
    if (!more || until()) return more;
    const took = ports.clock.elapsed() - began;
    limit = Math.max(LEAST, Math.min(MOST, took < ROUND_MS / 2 ? limit * 2 : took > ROUND_MS * 2 ? limit >> 1 : limit));
  }
}

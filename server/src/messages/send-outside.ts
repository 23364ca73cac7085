import type { Batch, Claimed } from './claim-batch.ts';
import { compose } from './compose.ts';
import { DEADLINE_MS, finished } from './due.ts';
import { Freshness } from './freshness.ts';
import { keepHolding } from './keep-holding.ts';
import { senderOf, settle, untried, waitsForSender } from './outcome.ts';
import type { Health } from './pace/health.ts';
import type { Connection, OutsideProvider } from './providers/provider.ts';
import { Results } from './results.ts';
import type { SendPorts } from './send-ports.ts';
import { sendTogether } from './send-together.ts';

/** A claimed batch, and by what it leaves. */
export interface HandOver {
  provider: OutsideProvider;
  connection: Connection;
  batch: Batch;
  health: Health;
}

/**
 * Hands a claimed batch to a provider, several mails at once. Results are written as they come, where the same mail may
 * be asked for again a few times a second: while one write is under way the next ones gather.
 * @param how.stop asks to give back at once what has not begun
 * @returns how many mails are done with
 */
export async function sendOutside(
  ports: SendPorts,
  workspaceId: number,
  { provider, connection, batch, health }: HandOver,
  { checkedAt, stop }: { checkedAt: number; stop?: AbortSignal | undefined },
): Promise<number> {
  const { sameKeyIsSafe } = provider;
  const { shared, templates } = batch;
  const all = [...batch.toSend, ...(shared?.mails ?? [])];
  const freshness = new Freshness(ports, workspaceId, all, { checkedAt, each: !sameKeyIsSafe });
  const results = new Results(ports, workspaceId);
  results.add({ finished: batch.settled });
  const queue = batch.toSend.values();

  async function sendOne(claimed: Claimed): Promise<void> {
    const { due, pinned } = claimed;
    if (stop?.aborted) return results.add({ again: [untried(claimed, 'stopped')] });
    const sender = senderOf(claimed);
    const failed = health.failedSenders.get(sender);
    if (failed !== undefined) return results.add({ again: [waitsForSender(claimed, failed)] });
    if (health.failed !== undefined) return results.add({ again: [untried(claimed, health.failed)] });
    const mail = compose(due, pinned, batch.templates.get(due.templateVersion ?? 0), workspaceId, ports.render);
    if ('failed' in mail) return results.add({ finished: [finished(due, 'failed', { because: mail.failed })] });
    let signal: AbortSignal | undefined;
    const handed = await connection.hand(mail, {
      get signal() {
        return (signal ??= ports.clock.deadline(DEADLINE_MS)); // a timer costs more than handing over within the process
      },
      mayLeave: () => freshness.mayLeave(due),
      isFresh: () => freshness.isFresh(due),
    });
    await health.hear(handed, sender);
    const settled = settle(claimed, handed, {
      subject: mail.subject,
      stop: freshness.reason(due),
      random: ports.random,
    });
    results.settle(settled);
  }

  async function worker(): Promise<void> {
    for (const claimed of queue) {
      await sendOne(claimed);
      freshness.done(claimed.due);
      // A result that is lost with this process is asked for again with the same key; without keys it would stay unknown.
      if (!sameKeyIsSafe || results.isTime()) await results.write();
    }
  }
  const beat = keepHolding(ports.clock, () => freshness.renew());
  const sharing =
    shared && sendTogether({ ports, workspaceId, connection, templates, freshness, results, health, stop }, shared);
  const ends = await Promise.allSettled([...Array.from({ length: provider.concurrency }, worker), sharing]);
  ends.push(...(await Promise.allSettled([beat.stop()])));
  await results.write();
  if (results.replied) await ports.hearReplies(workspaceId);
  await health.end();
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return results.done;
}

import { type Batch, type Claimed, waitsForOthers } from './claim-batch.ts';
import { compose } from './compose.ts';
import { DEADLINE_MS, finished } from './due.ts';
import type { Freshness } from './freshness.ts';
import { senderOf, type Settled, settle, untried } from './outcome.ts';
import type { Health } from './pace/health.ts';
import type { Connection, Handed, Mail } from './providers/provider.ts';
import type { Results } from './results.ts';
import type { SendPorts } from './send-ports.ts';

interface Sending extends Pick<Batch, 'templates'> {
  ports: SendPorts;
  workspaceId: number;
  connection: Connection;
  freshness: Freshness;
  results: Results;
  health: Health;
  stop: AbortSignal | undefined;
}

interface Written {
  claimed: Claimed;
  mail: Mail;
}

/**
 * Hands over mails that share a request. Before it leaves, everybody who is not in it any more is recorded: whoever asks
 * again under its key then asks for exactly the same mails, or for fewer if some were stopped since. A service that has
 * accepted the earlier request answers that as such or as another one; never does it accept both.
 */
export async function sendTogether(sending: Sending, { key, mails }: NonNullable<Batch['shared']>): Promise<void> {
  const { connection, freshness, results, health, ports, stop } = sending;
  if (stop?.aborted) return results.add({ again: mails.map((one) => untried(one, 'stopped')) });
  const written = await whoMayLeave(sending, write(sending, mails));
  if (written.length === 0) return;
  const handed = await connection.together!.hand(
    key,
    written.map(({ mail }) => mail),
    {
      signal: ports.clock.deadline(DEADLINE_MS),
      mayLeave: () => Promise.resolve(true),
      isFresh: () => written.every(({ claimed }) => freshness.isFresh(claimed.due)),
    },
  );
  const told = Math.max(
    0,
    handed.findIndex(({ kind }) => kind === 'accepted'),
  ); // it was one request
  await health.hear(handed[told]!, senderOf(written[told]!.claimed));
  for (const [index, one] of written.entries()) record(sending, one, handed[index]!);
}

/** Those that can be written; the others have failed, at every attempt the same. */
function write({ templates, workspaceId, ports, results, freshness }: Sending, mails: readonly Claimed[]): Written[] {
  return mails.flatMap((claimed) => {
    const { due, pinned } = claimed;
    const mail = compose(due, pinned, templates.get(due.templateVersion ?? 0), workspaceId, ports.render);
    if (!('failed' in mail)) return [{ claimed, mail }];
    results.add({ finished: [finished(due, 'failed', { because: mail.failed })] });
    freshness.done(due);
    return [];
  });
}

/** Looks until nobody is stopped any more and all who are have been recorded. */
async function whoMayLeave(sending: Sending, mails: Written[]): Promise<Written[]> {
  const { freshness, results } = sending;
  let left = mails;
  for (;;) {
    await results.write();
    const stopped: Written[] = [];
    for (const one of left) if (!(await freshness.mayLeave(one.claimed.due))) stopped.push(one);
    if (stopped.length === 0) return left;
    left = left.filter((one) => !stopped.includes(one));
    const ends = stopped.map((one) => record(sending, one, { kind: 'withdrawn' }));
    // who may have been accepted with the others can only be asked for with them
    const mustWait = ends.some((end, index) => end !== 'dropped' && 'held' in end && wasTried(stopped[index]!));
    if (mustWait) {
      results.add({ again: left.map(({ claimed }) => waitsForOthers(claimed)) });
      await results.write();
      return [];
    }
  }
}

const wasTried = ({ claimed }: Written): boolean => claimed.due.firstAttemptAt !== null;

function record({ freshness, results, ports }: Sending, { claimed, mail }: Written, handed: Handed): Settled {
  const settled = settle(claimed, handed, {
    subject: mail.subject,
    stop: freshness.reason(claimed.due),
    random: ports.random,
  });
  results.settle(settled);
  freshness.done(claimed.due);
  return settled;
}

import { MOST_REHEARSED, type RehearsalLine, type SendRehearsal } from '@tabiji/shared/api/rehearsals.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { z } from 'zod';
import type { Db } from '../db/database.ts';
import type { SendPorts } from '../messages/send-ports.ts';
import { inSnapshot } from '../simulation/in-snapshot.sql.ts';
import { handTests, type Sealed } from '../templates/tests-sent/hand-tests.ts';
import { testPrefix, writeTest } from '../templates/tests-sent/write-test.ts';
import { planRehearsal, type PlannedRehearsal } from './plan-rehearsal.ts';

/**
 * Sends the mails of one customer's way to colleagues, in their order and now, each with its day in the subject. They
 * are tests like those of single mails: nobody's cap, figures or timeline know of them.
 * @throws AppError `refused` where nothing can go, or more than `MOST_REHEARSED` would
 */
export async function* sendRehearsal(
  ports: SendPorts & { db: Db },
  workspaceId: number,
  { to, mails, ...asked }: z.output<typeof SendRehearsal>,
): AsyncGenerator<RehearsalLine, void> {
  const { here, planned } = await inSnapshot(ports.db, workspaceId, async (trx, here) => ({
    here,
    planned: await planRehearsal(trx, here, asked, ports.config.url),
  }));
  const chosen = chosenOf(planned, mails);
  refuseTooMany(chosen.length, to.length);
  const { shownAs, mails: plan } = planned.rehearsal;
  const tests = chosen.flatMap((mail) => to.map((address) => ({ mail, to: address })));
  const sealed = tests.map(({ mail, to: address }): Sealed => {
    const { template, node, day } = plan[mail]!;
    const prefix = testPrefix(here.locale, day);
    const what = `${template}.${node}.${day}`;
    return { template, to: address, shownAs, ...writeTest({ ...planned.words[mail]!, to: address, prefix, what }) };
  });
  let index = 0;
  for await (const { state, because, subject } of handTests(ports, here, sealed))
    yield { ...tests[index++]!, state, because, subject };
}

/** Positions of what goes: all that can, or those of them that were asked for. */
function chosenOf({ words }: PlannedRehearsal, wanted: readonly number[] | undefined): number[] {
  const chosen = words.flatMap((one, i) => (one && (wanted?.includes(i) ?? true) ? [i] : []));
  if (chosen.length === 0)
    throw new AppError('refused', 'No mail goes on this way. Choose another customer, time or branch.', {
      field: 'mails',
    });
  return chosen;
}

function refuseTooMany(mails: number, addresses: number): void {
  if (mails * addresses <= MOST_REHEARSED) return;
  throw new AppError(
    'refused',
    `A test sends at most ${MOST_REHEARSED} mails; this would be ${mails * addresses}. Choose fewer mails or addresses.`,
    { field: 'mails' },
  );
}

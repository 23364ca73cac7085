import { timelineOf } from '@tabiji/server/customers/timeline.ts';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { receiveFeedback } from '@tabiji/server/feedback/receive.ts';
import { findLetter, listLetters } from '@tabiji/server/messages/letters.sql.ts';
import { FEEDBACK_STATES, type FeedbackKind } from '@tabiji/shared/sending/feedback.ts';
import { expect, test } from 'vitest';
import { journey, mail } from '../support/build.ts';
import { crowd } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

/** One mail each; what is told of it, in an order that is not that of the states. */
const TOLD: readonly FeedbackKind[][] = [
  [],
  ['machine_opened', 'delivered'],
  ['opened', 'delivered', 'delayed'],
  ['clicked', 'delivered', 'opened'],
  ['bounced', 'clicked', 'delivered'],
  ['complained', 'bounced', 'opened'],
];

test('letters and the timeline show the strongest that was told of a mail, and letters are found by it', async () => {
  await using world = await createWorld();
  await world.publish(journey({ on: { on: 'event', event: 'visited' } }, mail('hello')));
  await world.tell(crowd(TOLD.length).flatMap((one) => world.facts.event(one, 'visited')));
  const mails = await world.query<{ id: number; customer: number }>(
    'select id::int, customer_id::int as customer from message order by customer_id',
  );
  await inWorkspace(world.services.db, world.workspaceId, async (trx, here) => {
    const told = mails.flatMap(({ id, customer }, i) =>
      TOLD[i]!.map((kind) => ({
        messageId: id,
        customerId: customer,
        key: `${id} ${kind}`,
        kind,
        source: 'resend' as const,
        at: here.realNow,
      })),
    );
    await receiveFeedback(trx, here, told);
    for (const [i, state] of FEEDBACK_STATES.entries()) {
      const { id, customer } = mails[i]!;
      const found = await listLetters(trx, here, { state, limit: 10 });
      expect(found).toMatchObject({ total: 1, letters: [{ id, feedback: state }] });
      expect((await findLetter(trx, here, id))!.told.toSorted()).toEqual(TOLD[i]!.toSorted());
      const { entries } = await timelineOf(trx, here, customer, undefined);
      expect(entries.filter(({ kind }) => kind === 'message')).toMatchObject([{ id, feedback: state }]);
    }
  });
});

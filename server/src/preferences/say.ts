import { ALL_TOPICS } from '@tabiji/shared/sending/topics.ts';
import { lockCustomersById } from '../customers/lock.sql.ts';
import type { Proof } from '../customers/subscriptions/said.ts';
import { setSubscriptions } from '../customers/subscriptions/subscriptions.sql.ts';
import { inWorkspace } from '../db/in-workspace.ts';
import type { Services } from '../services.ts';
import type { OpenLink } from './open-link.ts';

/** What a reader says about topics. */
export interface Wish {
  topic: string;
  subscribed: boolean;
}

/** How readers say it: on the page, by their mail program's button, or by a mail. */
export type Way = 'preference_page' | 'one_click' | 'mailto';

/**
 * Writes down what the reader of a link says. When it has resolved, no mail that they refused begins to leave more than
 * two seconds later, also of those that are queued or under way.
 */
export const say = (
  { db }: Pick<Services, 'db'>,
  { link, customerId }: Pick<OpenLink, 'link' | 'customerId'>,
  wishes: readonly Wish[],
  { way, proof }: { way: Way; proof?: Proof },
): Promise<void> =>
  inWorkspace(db, link.workspaceId, async (trx, here) => {
    // Also of the customer the mail went to, where they were merged into another one since.
    const customers = [...new Set([customerId, link.of])];
    await lockCustomersById(trx, here.id, customers);
    await setSubscriptions(
      trx,
      here,
      customers.flatMap((id) => wishes.map((wish) => ({ ...wish, customerId: id, source: way, proof }))),
    );
  });

/** No mails that can be refused, now and later. */
export const NOTHING: readonly Wish[] = [{ topic: ALL_TOPICS, subscribed: false }];

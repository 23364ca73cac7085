import type { TopicRule } from '@tabiji/shared/sending/topics.ts';
import { type Measures, trackingFor } from '../feedback/links/track.ts';
import { returnToken } from '../feedback/return-path.ts';
import { type LinkBase, mailLinks } from '../preferences/mail-links.ts';
import { type MailValues, valuesOf } from '../templates/values.ts';
import type { Pinned } from './due.ts';

/** What mails have in common that go in one voice about one topic from one journey: kept once for a claim. */
export interface Letterhead {
  /** Key of the sender. */
  sender: string;
  from: { name: string; address: string };
  replyTo?: string;
  /** Where it is reported that a mail could not be delivered. */
  returns?: string;
  measures: Measures;
  base: LinkBase;
  topic: Pick<TopicRule, 'key' | 'kind'>;
  /** How many keys the workspace had: links are signed with the last of those. */
  keys: number;
  workspace: MailValues['workspace'];
  journey: MailValues['journey'];
  now: string;
}

/** What one mail says that the others do not. */
export interface OwnPart extends Pick<MailValues, 'customer' | 'orders'> {
  /** Number of the customer. */
  of: number;
  to: string;
  /** Absent where the mail does not show it. */
  order?: MailValues['order'];
  /** Absent where nothing is asked. */
  question?: MailValues['question'];
}

const NO_ORDER: MailValues['order'] = { items: [] };

/** All that a mail is made from; links and proofs follow from it. */
export interface Parts {
  head: Letterhead;
  own: OwnPart;
}

/** The same parts say the same at every attempt, to the byte. */
export function spellOut(
  { head, own }: Parts,
  messageId: number,
  here: { id: number; linkKeys: readonly string[] },
): Pinned {
  const { sender, from, replyTo, returns, measures, base, topic, workspace, journey, now } = head;
  const { of, to, customer, orders, order = NO_ORDER, question = {} } = own;
  const linkKeys = here.linkKeys.slice(0, head.keys);
  const mail = { workspaceId: here.id, customerId: of, messageId };
  const tracking = trackingFor(mail, measures, { url: base.url, keys: linkKeys });
  const { links, listUnsubscribe } = mailLinks(base, { workspaceId: here.id, of, topic }, linkKeys);
  return {
    sender,
    from,
    to,
    ...(replyTo !== undefined && { replyTo }),
    ...(listUnsubscribe !== undefined && { listUnsubscribe }),
    ...(tracking && { tracking }),
    ...(returns !== undefined && {
      returns: { address: returns, token: returnToken({ id: here.id, linkKeys }, mail) },
    }),
    values: valuesOf({ customer, orders, order, workspace, journey, links, question, now }),
  };
}

import { MESSAGE_EVENTS } from '@tabiji/shared/conditions/message-events.ts';
import type { Fact } from '@tabiji/shared/api/facts.ts';
import type { BounceClass, FeedbackKind } from '@tabiji/shared/sending/feedback.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import { addressHash, normalAddress } from '../customers/suppression/address-hash.ts';
import type { Trx } from '../db/database.ts';
import type { FeedbackTable } from '../db/tables/feedback.ts';
import type { Here } from '../db/in-workspace.ts';
import { storable, storableIn } from '../db/storable.ts';
import { pgStore } from '../engine/pg-store.ts';
import { ingest } from '../events/ingest.ts';
import { sha256 } from '../hash.ts';
import { judgeSenders } from './sender-health/judge-senders.ts';
import { keepFeedback, type NewFeedback } from './feedback.sql.ts';
import { findMails, type MailMeant, type MailRef } from './mails.sql.ts';
import { stopWriting } from './stop-writing.ts';

/** Something that was told of a mail. */
export interface Told extends MailRef {
  /** The same news has the same key, however often it is told. */
  key: string;
  /** Real time, as the teller says; later than now counts as now. */
  at: Millis;
  kind: FeedbackKind;
  source: FeedbackTable['source'];
  class?: BounceClass | undefined;
  /** The status code by which it was judged; empty or absent where there is none. */
  code?: string | undefined;
  detail?: string | undefined;
  /** The address that bounced or complained, where the teller knows it for certain; else the customer's. */
  address?: string | undefined;
}

/**
 * Takes in what was told of mails, all of it in this transaction: keeps it, suppresses addresses that are dead or
 * complain, stops senders of whom too much bad is told, and lets journeys hear of it as of any event. Told again it
 * changes nothing; told in another order it comes to the same. Whoever tells (reports, calls, mail servers, links), here
 * their words come in: what no database keeps is taken out of them, so that no news is lost over it.
 * @returns how much of it was about mails of ours, also where it was told before
 */
export async function receiveFeedback(trx: Trx, here: Here, news: readonly Told[]): Promise<number> {
  const told = news.map(cleaned);
  const mails = await findMails(trx, here, told);
  const ours = told.flatMap((one) => {
    const mail = mails.get(one.messageId);
    return mail ? [{ one, mail, row: rowOf(one, mail, here) }] : [];
  });
  // of a report about several readers, as of a list that our mail went to, the one of its own reader counts
  const ownLast = ours.toSorted((a, b) => Number(isOwn(a)) - Number(isOwn(b)));
  const unique = [...new Map(ownLast.map((each) => [each.one.key, each])).values()];
  const fresh = await keepFeedback(
    trx,
    here,
    unique.map(({ row }) => row),
  );
  const heard = unique.filter(({ one }) => fresh.has(one.key));
  await stopWriting(
    trx,
    here,
    heard.map((each) => ({ row: each.row, address: addressOf(each) })),
  );
  await judgeSenders(
    trx,
    here,
    heard.map(({ mail, row }) => ({ ...row, mail })),
  );
  const events = heard.flatMap(({ one, mail, row }) => eventOf(one, mail, row));
  if (events.length > 0) await ingest(pgStore(trx, here), here, events, { startJourneys: true });
  return ours.length;
}

/** An address that no database keeps is nobody's: then it is the customer's. */
const cleaned = ({ address, ...one }: Told): Told => ({
  ...storableIn(one),
  ...(address !== undefined && address === storable(address) && { address }),
});

interface Meant {
  one: Told;
  mail: MailMeant;
}

/**
 * To whom the mail went, as far as it is known: the teller knows best. A report by mail can be written by whoever got a mail
 * of ours, so it is believed about its own reader only; an address that they have left by now needs no stop.
 */
function addressOf({ one, mail }: Meant): string | null {
  if (one.source === 'report' && one.address !== undefined && !isOwn({ one, mail })) return null;
  return one.address ?? mail.email;
}

const isOwn = ({ one, mail }: Meant): boolean =>
  mail.email !== null && one.address !== undefined && normalAddress(one.address) === normalAddress(mail.email);

/** No mail was sent before it; whoever says so has no clock. */
const FIRST_YEAR = Date.UTC(2000, 0);

function rowOf(one: Told, mail: MailMeant, here: Here): NewFeedback {
  const { customerId, messageId, key, at, kind, source, class: of, code, detail } = one;
  const address = addressOf({ one, mail });
  return {
    customerId,
    messageId,
    key,
    at: new Date(at < FIRST_YEAR ? here.now : Math.min(here.now, at + here.now - here.realNow)),
    kind,
    source,
    class: of ?? null,
    code: code || null,
    detail: detail?.slice(0, 1000) ?? null,
    address: kind === 'bounced' && of === 'soft' && address ? addressHash(here.salt, address) : null,
  };
}

const isEvent = (kind: FeedbackKind): kind is keyof typeof MESSAGE_EVENTS => Object.hasOwn(MESSAGE_EVENTS, kind);

/** What journeys hear; what only programs did is no event. */
function eventOf(told: Told, mail: MailMeant, { at }: NewFeedback): Fact[] {
  const { kind, key } = told;
  if (!isEvent(kind)) return [];
  const about = {
    message: mail.messageId,
    template: mail.template,
    journey: mail.journeyId,
    node: mail.node,
    ...(told.class && { class: told.class }),
    ...(kind === 'clicked' && told.detail !== undefined && { link: told.detail }),
  };
  const id = `feedback:${sha256(key, 'hex')}`;
  return [
    {
      type: 'track',
      id,
      customer: mail.customer,
      event: MESSAGE_EVENTS[kind],
      at: at.toISOString(),
      properties: about,
    },
  ];
}

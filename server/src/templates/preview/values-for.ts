import type { Persona } from '@tabiji/shared/api/mail-page.ts';
import type { Json } from '@tabiji/shared/json.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { Trx } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';
import { lastItems } from '../../orders/last-items.sql.ts';
import { findCustomerFacts, workspaceName } from '../addressee.sql.ts';
import {
  type CustomerFacts,
  mailValues,
  type MailValues,
  NO_LINKS,
  sampleCustomer,
  sampleItems,
  workspaceValues,
} from '../values.ts';
import { languageOf } from '@tabiji/shared/locale.ts';
import { SenderBook, type Voice } from '../../senders/sender-book.ts';
import { listSenders } from '../../senders/senders.sql.ts';
import { type Speaker, speakerOf } from '../display-duty.ts';
import { templateSenders } from '../templates.sql.ts';
import { personaFacts } from './personas.ts';

/** Whom a mail is shown to; neither: somebody usual whom we made up. */
export interface Addressee {
  customer?: number | undefined;
  persona?: Persona | undefined;
}

/** What a mail says to a sample customer. */
export const sampleValues = (trx: Trx, here: Here): Promise<MailValues> => valuesFor(trx, here, {});

/** @throws AppError `not_found` for a customer that does not exist */
export const valuesFor = async (trx: Trx, here: Here, who: Addressee): Promise<MailValues> =>
  (await shownTo(trx, here, who, {})).values;

/** Whose mail is shown. */
export interface Shown {
  template?: string | undefined;
  /** Key of a sender that counts instead of the mail's own. */
  sender?: string | undefined;
}

/**
 * What a mail says to somebody, and in whose name it would come to them.
 * @throws AppError `not_found` for a customer that does not exist
 */
export async function shownTo(
  trx: Trx,
  here: Here,
  who: Addressee,
  { template, sender }: Shown,
): Promise<{ values: MailValues; voice: Voice; speaker: Speaker }> {
  const facts = await factsOf(trx, here, who);
  const own = template === undefined ? undefined : (await templateSenders(trx, here, [template]))[template];
  const senders = new SenderBook(await listSenders(trx, here), here.sender.key);
  const reader = { attributes: facts.attributes, locale: languageOf(facts.locale, here.locale) };
  const voice = senders.voice(sender ?? own, reader);
  const saying = { ...here, sender: voice.from, identity: { ...here.identity, ...voice.identity } };
  const items = await itemsOf(trx, here, who);
  const values = mailValues(facts, {
    workspace: workspaceValues(saying, await workspaceName(trx, here)),
    journey: here.locale === 'ja' ? 'ジャーニー名' : 'Journey name',
    now: here.now,
    links: NO_LINKS,
    items,
    followed: items, // who is only looked at follows no journey: their last order stands for its
  });
  return { values, voice, speaker: speakerOf(senders.of(sender ?? own), here) };
}

async function factsOf(trx: Trx, here: Here, { customer, persona }: Addressee): Promise<CustomerFacts> {
  if (persona !== undefined) return personaFacts(persona, here.locale);
  if (customer === undefined) return sampleCustomer(here.locale);
  const facts = await findCustomerFacts(trx, here, customer);
  if (!facts) throw new AppError('not_found', `There is no customer ${customer}.`);
  return facts;
}

async function itemsOf(trx: Trx, here: Here, { customer, persona }: Addressee): Promise<Json[]> {
  if (persona === 'nameless') return [];
  if (persona !== undefined || customer === undefined) return sampleItems(here.locale);
  return (await lastItems(trx, here, [customer])).get(customer) ?? [];
}

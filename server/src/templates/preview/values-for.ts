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
import { personaFacts } from './personas.ts';

/** Whom a mail is shown to; neither: somebody usual whom we made up. */
export interface Addressee {
  customer?: number | undefined;
  persona?: Persona | undefined;
}

/** What a mail says to a sample customer. */
export const sampleValues = (trx: Trx, here: Here): Promise<MailValues> => valuesFor(trx, here, {});

/** @throws AppError `not_found` for a customer that does not exist */
export async function valuesFor(trx: Trx, here: Here, who: Addressee): Promise<MailValues> {
  const facts = await factsOf(trx, here, who);
  return mailValues(facts, {
    workspace: workspaceValues(here, await workspaceName(trx, here)),
    journey: here.locale === 'ja' ? 'ジャーニー名' : 'Journey name',
    now: here.now,
    links: NO_LINKS,
    items: await itemsOf(trx, here, who),
  });
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

import type { PlanRehearsal, Rehearsal, RehearsalMail } from '@tabiji/shared/api/rehearsals.ts';
import { languageOf } from '@tabiji/shared/locale.ts';
import type { z } from 'zod';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import type { OnWritten } from '../messages/providers/letters.ts';
import { SenderBook, type Voice } from '../senders/sender-book.ts';
import { listSenders } from '../senders/senders.sql.ts';
import { simulate } from '../simulation/one/simulate.ts';
import { findPersona } from '../simulation/personas.ts';
import { workspaceName } from '../templates/addressee.sql.ts';
import { inLanguage } from '../templates/in-language.ts';
import type { CompiledTemplate } from '../templates/render-liquid.ts';
import { findTemplates, templateSenders } from '../templates/templates.sql.ts';
import { type MailValues, NO_LINKS, workspaceValues } from '../templates/values.ts';
import { mailsOfTrace } from './mails-of-trace.ts';
import { missingValues } from './missing-values.ts';

/** What a mail of a rehearsal is written from. */
export interface Words {
  template: CompiledTemplate;
  values: MailValues;
  voice: Voice;
}

export interface PlannedRehearsal {
  rehearsal: Rehearsal;
  /** One for each mail of the plan; undefined where nothing is written. */
  words: (Words | undefined)[];
}

/**
 * The mails of one customer's way through a graph: when, counted from the entry, and what each says at that time, by the
 * one interpreter over memory. Their links lead nowhere. Nothing is written and nothing is sent.
 */
export async function planRehearsal(
  trx: Trx,
  here: Here,
  asked: z.output<typeof PlanRehearsal>,
  url: string,
): Promise<PlannedRehearsal> {
  const written = new Map<string, Parameters<OnWritten>[]>();
  const trace = await simulate(trx, here, { ...asked, html: false }, url, (...one) => {
    const name = nameOf(one[0].node, one[1].values.now);
    written.set(name, [...(written.get(name) ?? []), one]);
  });
  const stops = mailsOfTrace(trace);
  const keys = [...new Set(stops.map(({ template }) => template))];
  const names = new Map((await findTemplates(trx, here, keys)).map(({ key, name }) => [key, name]));
  const own = await templateSenders(trx, here, keys);
  const senders = new SenderBook(await listSenders(trx, here), here.sender.key);
  const shop = await workspaceName(trx, here);
  const words = stops.map(({ node, at, standing, template }): Words | undefined => {
    const one = standing === 'goes' ? written.get(nameOf(node, at))?.shift() : undefined;
    if (!one) return undefined;
    const [{ customer, sender }, { values }, compiled] = one;
    const reader = { attributes: customer.attributes, locale: languageOf(customer.locale, here.locale) };
    const voice = senders.voice(sender ?? own[template], reader);
    const saying = { ...here, sender: voice.from, identity: { ...here.identity, ...voice.identity } };
    return {
      voice,
      template: inLanguage(compiled, values.customer.language),
      values: {
        ...values,
        links: NO_LINKS,
        question: leadingNowhere(values.question),
        workspace: workspaceValues(saying, shop),
      },
    };
  });
  const mails = stops.map((stop, i): RehearsalMail => {
    const said = words[i];
    return {
      ...stop,
      name: names.get(stop.template) ?? stop.template,
      missing: said ? missingValues(said.template, said.values) : [],
    };
  });
  const { zone, customer, problems, final } = trace;
  const persona = 'persona' in asked.customer ? findPersona(asked.customer.persona) : undefined;
  const shownAs = persona?.name[here.locale] ?? (customer?.name || customer?.externalId || '');
  return { rehearsal: { zone, shownAs, isIn: final.state !== 'refused', mails, problems }, words };
}

const nameOf = (node: string, at: string) => `${node} ${at}`;

/** Answers are not taken from tests. */
const leadingNowhere = (question: MailValues['question']): MailValues['question'] =>
  Object.fromEntries(
    Object.entries(question).map(([name, answers]) => [
      name,
      Object.fromEntries(Object.keys(answers).map((answer) => [answer, '#'])),
    ]),
  );

import type { Fact } from '@tabiji/shared/api/facts.ts';
import type { Told, Traveller } from '@tabiji/shared/api/simulate.ts';
import type { TraceProblem } from '@tabiji/shared/api/trace.ts';
import { addDuration, noonOf, type Millis } from '@tabiji/shared/time.ts';
import { chance } from '@tabiji/shared/chance.ts';
import type { Trx } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';
import { findShop } from '../../engine/shop.sql.ts';
import { conditionSql } from '../../segments/to-sql.ts';
import { recordsOf, type Records } from '../past/records.sql.ts';
import type { Happening } from '../past/happening.ts';
import { findPersona, type Lived } from '../personas.ts';
import { someoneMeeting } from './random.sql.ts';

/** Who goes through the journey. */
export type Someone =
  | { records: Records }
  | { made: true; lived: readonly Happening[]; unsubscribed: boolean }
  | { problem: TraceProblem['code']; message: TraceProblem['message'] };

/** Somebody made up has this number, here and nowhere else. */
export const MADE_UP = { id: 1, externalId: 'somebody' };

/**
 * Finds or makes the traveller.
 * @param enterAt what personas lived counts back from it
 */
export async function findTraveller(
  trx: Trx,
  here: Here,
  asked: Traveller,
  { enterAt, named }: { enterAt: Millis; named: ReturnType<typeof namer> },
): Promise<Someone> {
  const livedThrough = ({ ago, fact }: Lived): Happening => {
    const at = timeOf(fact, here) ?? (ago === undefined ? enterAt : addDuration(enterAt, ago, here.zone, -1));
    return { at, source: 'persona', what: { kind: 'facts', facts: [named(fact, at)] } };
  };
  if ('facts' in asked)
    return { made: true, lived: asked.facts.map((fact) => livedThrough({ fact })), unsubscribed: false };
  if ('persona' in asked) {
    const persona = findPersona(asked.persona);
    if (!persona) return { problem: 'no_persona', message: noPersona(asked.persona) };
    const lived = persona.lived.map(livedThrough);
    return { made: true, lived, unsubscribed: persona.unsubscribed === true };
  }
  const id = 'id' in asked ? asked.id : await pick(trx, here, asked);
  const records = id === undefined ? undefined : (await recordsOf(trx, here.id, [id])).get(id);
  return records ? { records } : { problem: 'no_customer', message: 'id' in asked ? GONE : NOBODY };
}

async function pick(
  trx: Trx,
  here: Here,
  { random, seed = 0 }: Extract<Traveller, { random: unknown }>,
): Promise<number | undefined> {
  const met = random && conditionSql(random, { ...here, cpm: (await findShop(trx, here.id)).cpm });
  return someoneMeeting(trx, here.id, met, chance('simulation', seed));
}

/** An instant, or the noon of a date. */
export const instantOf = (text: string, zone: string): Millis =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) ? noonOf(text, zone) : Date.parse(text);

function timeOf(fact: Told, { zone }: Here): Millis | undefined {
  if (fact.type === 'identify') return undefined;
  const text = fact.type === 'shipment' ? (fact.shippedAt ?? fact.deliveredAt) : fact.at;
  return text === undefined ? undefined : instantOf(text, zone);
}

/** Makes facts such as a shop would tell them, under names of their own where they have none. */
export function namer(prefix: string, customer: string = MADE_UP.externalId): (fact: Told, at: Millis) => Fact {
  let count = 0;
  const id = () => `${prefix}.${++count}`;
  return (fact, at) => {
    const when = { at: new Date(at).toISOString() };
    switch (fact.type) {
      case 'identify':
        return { ...fact, customer };
      case 'shipment':
        return { ...fact, customer, id: fact.id ?? id() };
      case 'order':
        return { ...when, ...fact, customer, id: fact.id ?? id() };
      case 'track':
        return { ...when, ...fact, customer, id: fact.id ?? id() };
    }
  };
}

const noPersona = (key: string) => ({ ja: `「${key}」という人物はいません。`, en: `There is no persona “${key}”.` });
const GONE = { ja: 'この顧客はもういません。', en: 'This customer is gone.' };
const NOBODY = { ja: '条件に合う人がいません。条件を変えてください。', en: 'Nobody meets the condition. Change it.' };

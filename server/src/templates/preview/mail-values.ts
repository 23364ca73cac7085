import type { MailValue } from '@tabiji/shared/api/mail-page.ts';
import type { Json } from '@tabiji/shared/json.ts';
import type { Trx } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';
import { missingShares } from '../missing.sql.ts';
import { knownValues, mailValues, NO_LINKS, sampleCustomer, workspaceValues } from '../values.ts';
import { attributesSeen, questionsAsked } from './mail-values.sql.ts';

const KEPT_MS = 60_000;
const kept = new Map<number, { at: number; values: MailValue[] }>();

/** All values that mails of this workspace may say, with an example and how often each is missing. Counted once a minute. */
export async function listMailValues(trx: Trx, here: Here): Promise<MailValue[]> {
  const known = kept.get(here.id);
  if (known && here.realNow - known.at < KEPT_MS) return known.values;
  const values = await counted(trx, here);
  kept.set(here.id, { at: here.realNow, values });
  return values;
}

async function counted(trx: Trx, here: Here): Promise<MailValue[]> {
  const attributes = await attributesSeen(trx, here);
  const paths = [...knownValues(), ...attributes.map(({ name }) => `customer.attributes.${name}`)];
  const missing = await missingShares(trx, here, paths);
  const samples = mailValues(sampleCustomer(here.locale), {
    workspace: workspaceValues(here, ''),
    journey: '',
    now: here.now,
    links: NO_LINKS,
  });
  const fixed = knownValues().map((path): MailValue => {
    const sample = path
      .split('.')
      .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], samples) as Json;
    return { path, type: typeOf(sample), sample: asText(sample), missing: missing.get(path) ?? 0 };
  });
  const own = attributes
    .filter(({ name }) => /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name))
    .map(({ name, sample }): MailValue => {
      const path = `customer.attributes.${name}`;
      return { path, type: typeOf(sample), sample: asText(sample), missing: missing.get(path) ?? 0 };
    });
  const links = (await questionsAsked(trx, here)).flatMap(({ name, text, answers }) =>
    answers.map(({ value, label }): MailValue => ({
      path: `question.${name}.${value}`,
      type: 'link',
      sample: null,
      missing: 0,
      note: `${text} → ${label}`,
    })),
  );
  return [...fixed, ...own, ...links];
}

function typeOf(sample: Json): MailValue['type'] {
  if (typeof sample === 'number') return 'number';
  return typeof sample === 'string' && /^\d{4}-\d{2}-\d{2}(T|$)/.test(sample) ? 'date' : 'text';
}

const asText = (sample: Json): string | null => {
  if (sample === null || sample === '') return null;
  return (typeof sample === 'string' ? sample : JSON.stringify(sample)).slice(0, 80);
};

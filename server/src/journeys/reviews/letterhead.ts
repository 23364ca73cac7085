import { LetterheadPart } from '@tabiji/shared/api/reviews.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { brandValues } from '@tabiji/shared/mail/brand-values.ts';
import { stableText } from '@tabiji/shared/stable-json.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { ReviewedLetterhead } from '../../db/tables/publishing.ts';
import type { Trx } from '../../db/database.ts';
import { sha256 } from '../../hash.ts';
import { getMailSettings } from '../../templates/brand/settings.sql.ts';
import { writtenIn } from '../../templates/check-mail.ts';
import { type TemplateRecord, templateSenders } from '../../templates/templates.sql.ts';
import { whoWrites } from '../who-writes.ts';

/**
 * What a journey's mails take from the shop's settings and show to readers: of the brand what they use, what the shop
 * says of itself, and in whose name each step writes. Not part of it: who of a sender's staff there is, by which service
 * mails go, and the parameters of links; those change while letters look the same.
 */
export async function letterheadOf(
  trx: Trx,
  here: Here,
  { graph, templates }: { graph: JourneyGraph; templates: readonly TemplateRecord[] },
): Promise<ReviewedLetterhead> {
  if (templates.length === 0) return { brand: {}, identity: {}, senders: {} };
  const { brand } = await getMailSettings(trx, here);
  const own = await templateSenders(
    trx,
    here,
    templates.map(({ key }) => key),
  );
  const { company = '', postalAddress = '', contact = '' } = here.identity;
  const writers = (await whoWrites(trx, here, graph, own)).map(({ node, sender }) => {
    const { fromName, address, replyTo, identity } = sender;
    return [node, sha256(stableText([fromName, address, replyTo, identity]), 'hex')];
  });
  return {
    brand: used(brandValues(brand), templates),
    identity: { company, postalAddress, contact },
    senders: Object.fromEntries(writers) as Record<string, string>,
  };
}

const NAMED = /\bbrand\.(\w+)/g;

/** Those values of the brand that the mails mention. */
function used(values: Readonly<Record<string, string>>, templates: readonly TemplateRecord[]): Record<string, string> {
  const names = templates
    .flatMap((one) => writtenIn(one))
    .flatMap(({ mjml }) => [...mjml.matchAll(NAMED)].map(([, name = '']) => name));
  return Object.fromEntries([...new Set(names)].map((name) => [name, values[name] ?? '']));
}

/** Parts that are other than they were. What is only in one of the two comes or goes with the graph or a mail. */
export const letterheadChanges = (before: ReviewedLetterhead, now: ReviewedLetterhead): LetterheadPart[] =>
  LetterheadPart.options.filter((part) =>
    Object.entries(before[part]).some(([name, value]) => name in now[part] && now[part][name] !== value),
  );

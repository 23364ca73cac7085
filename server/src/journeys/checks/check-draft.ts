import type { Checks } from '@tabiji/shared/api/checks.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { DAY_LENGTH, dayOf } from '@tabiji/shared/time/day.ts';
import { localMillis } from '@tabiji/shared/time.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';
import { checkTemplate, type CheckedTemplate, type TemplateSource } from '../../templates/check-template.ts';
import { nameOfLanguage, writtenIn } from '../../templates/check-mail.ts';
import { findTemplates, type TemplateRecord, templateSenders } from '../../templates/templates.sql.ts';
import { getJourney } from '../journeys.sql.ts';
import { statsOf } from '../stats.sql.ts';
import { askedIn } from '../../questions/asked-links.ts';
import { bareValues } from '../../templates/bare-values.ts';
import { speakerOf } from '../../templates/display-duty.ts';
import { missingShares } from '../../templates/missing.sql.ts';
import { monthProblems } from './month-problems.ts';
import { ranSince } from './ran-since.sql.ts';
import { isPromotional } from '../what-to-publish.ts';
import { mailsIn, whoWrites } from '../who-writes.ts';
import { footerProblems } from './footer-problems.ts';
import { senderProblems } from './sender-problems.ts';
import { templateProblems, type Looked } from './template-checks.ts';

/**
 * What only the server knows to be wrong with a journey's draft.
 * @throws AppError `not_found`
 */
export async function checkDraft(trx: Trx, here: Here, id: number): Promise<Checks> {
  const { draft, draft_rev: rev } = await getJourney(trx, here.id, id);
  const keys = [...new Set(mailsIn(draft).map(({ template }) => template))];
  const writes = await whoWrites(trx, here, draft, await templateSenders(trx, here, keys));
  const mails = await lookAt(await findTemplates(trx, here, keys));
  const bare = new Set([...mails.values()].flat().flatMap(({ subject, mjml }) => bareValues(`${subject}\n${mjml}`)));
  const missing = await missingShares(trx, here, [...bare]);
  const asked = askedIn(draft);
  const promotional = isPromotional(here, draft);
  const problems = writes.flatMap(({ node, template, sender }) =>
    (mails.get(template) ?? []).flatMap((mail) => [
      ...templateProblems(node, mail, { missing, asked }),
      ...(promotional ? footerProblems(node, mail, here, speakerOf(sender, here)) : []),
    ]),
  );
  const doubts = await senderProblems(trx, here, draft, writes);
  return { rev, problems: [...problems, ...doubts, ...(await lastMonth(trx, here, id, draft))] };
}

const MONTH_DAYS = 30;

/** Only of a version that has run for a month: a new step is not missed by anybody yet. */
async function lastMonth(trx: Trx, here: Here, id: number, draft: JourneyGraph) {
  const ran = await ranSince(trx, here, id, new Date(here.now - MONTH_DAYS * DAY_LENGTH));
  if (!ran) return [];
  const from = dayOf(localMillis(here.now, here.zone)) - MONTH_DAYS;
  const { nodes } = await statsOf(trx, here, id, { from, to: null, version: null });
  return monthProblems(draft, nodes, new Set(Object.keys(ran.nodes)));
}

/** Each mail in each of its languages. */
async function lookAt(templates: readonly TemplateRecord[]): Promise<Map<string, Looked[]>> {
  const looked = new Map<string, Looked[]>();
  for (const template of templates) {
    const versions: Looked[] = [];
    for (const { language, ...words } of writtenIn(template)) {
      const called = language === undefined ? undefined : nameOfLanguage(language);
      const name = {
        ja: called ? `${template.name}（${called.ja}）` : template.name,
        en: called ? `${template.name} (${called.en})` : template.name,
      };
      versions.push({ ...words, key: template.key, name, checked: await checkedOnce(words) });
    }
    looked.set(template.key, versions);
  }
  return looked;
}

/** Compiling takes some 10 ms a mail, and an author changes one thing at a time. */
const kept = new Map<string, CheckedTemplate>();
const MOST_KEPT = 200;

async function checkedOnce({ subject, mjml }: TemplateSource): Promise<CheckedTemplate> {
  const name = JSON.stringify([subject, mjml]);
  const known = kept.get(name) ?? (await checkTemplate({ subject, mjml }));
  kept.delete(name);
  kept.set(name, known);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
  return known;
}

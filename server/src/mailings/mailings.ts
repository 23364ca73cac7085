import { type CreateMailing, type Mailing, MailingPlan } from '@tabiji/shared/api/mailings.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import { instantOf } from '@tabiji/shared/time/once.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import { getJourney, insertJourney, lockJourney } from '../journeys/journeys.sql.ts';
import { stop } from '../journeys/life.ts';
import { deleteDraft } from '../journeys/pages.sql.ts';
import { publishFrom } from '../journeys/publish.ts';
import type { Author } from '../journeys/draft/author.ts';
import { saveDraft } from '../journeys/save-draft.ts';
import { reviewOf } from '../journeys/reviews/reviews.ts';
import { mailingGraph } from './mailing-graph.ts';
import { holdBegin, type MailingRow, mailingRows } from './mailings.sql.ts';
import { stateOf } from './state-of.ts';

/** All mailings, the newest first. */
export const listMailings = async (trx: Trx, here: Here): Promise<Mailing[]> =>
  (await mailingRows(trx, here)).map((row) => shown(row, here));

/** One mailing. @throws AppError `not_found` */
export async function getMailing(trx: Trx, here: Here, id: number): Promise<Mailing> {
  const [row] = await mailingRows(trx, here, id);
  if (!row) throw new AppError('not_found', `There is no mailing ${id}.`);
  return shown(row, here);
}

/**
 * Makes a mailing and lets it begin at its time; where a colleague must approve, it waits as a draft.
 * @throws AppError `invalid` for a time that has passed; `refused` with what stands in the way of publishing
 */
export async function createMailing(
  trx: Trx,
  here: Here,
  { name, ...plan }: CreateMailing,
  by: string | undefined,
): Promise<Mailing> {
  refusePast(plan, here);
  const id = await insertJourney(trx, here, mailingGraph(name, plan, here), { mailing: true });
  const { required } = await reviewOf(trx, here, id);
  if (!required) {
    const { draft_rev: rev } = await getJourney(trx, here.id, id);
    await publishFrom(trx, here, id, { rev }, { by });
  }
  return getMailing(trx, here, id);
}

/**
 * Changes a mailing that has not begun: whom it is for, what it says, in whose name, and when.
 * @throws AppError `not_found`; `invalid` for a time that has passed; `refused` when it has begun or is over, when a
 *   colleague has approved it as it is, and with what stands in the way of publishing
 */
export async function changeMailing(
  trx: Trx,
  here: Here,
  id: number,
  { name, ...plan }: CreateMailing,
  author: Author,
): Promise<Mailing> {
  refusePast(plan, here);
  await lockJourney(trx, here.id, id);
  await holdBegin(trx, here, id);
  const { state } = await getMailing(trx, here, id);
  if (state !== 'draft' && state !== 'scheduled')
    throw new AppError('refused', TOO_LATE[here.locale], { details: { state } });
  const { required } = await reviewOf(trx, here, id);
  if (required && state === 'scheduled') throw new AppError('refused', APPROVED[here.locale]);
  const { draft_rev: base } = await getJourney(trx, here.id, id);
  const { rev } = await saveDraft(trx, here, id, { base, graph: mailingGraph(name, plan, here) }, author);
  if (!required) await publishFrom(trx, here, id, { rev }, { by: author.person?.name });
  return getMailing(trx, here, id);
}

const TOO_LATE: Words = {
  ja: 'この一斉配信はもう始まっているか、終わっています。変更できるのは、始まる前だけです。',
  en: 'This mailing has begun already, or is over. It can be changed until it begins.',
};
const APPROVED: Words = {
  ja: 'この一斉配信は、いまの内容で承認されています。変えるには、取り消して作り直してください。',
  en: 'A colleague has approved this mailing as it is. To change it, call it off and make another one.',
};

function refusePast(plan: MailingPlan, here: Here): void {
  if (instantOf(plan.at, here.zone) <= here.now)
    throw new AppError('invalid', 'at: this time has passed', { field: 'at' });
}

/**
 * Calls a mailing off before it begins, or stops what has not gone yet.
 * @throws AppError `not_found`; `refused` when it has gone
 */
export async function stopMailing(trx: Trx, here: Here, id: number): Promise<Mailing> {
  const { state } = await getMailing(trx, here, id);
  await lockJourney(trx, here.id, id);
  if (state === 'done') throw new AppError('refused', 'All of its mails have gone already.');
  if (state !== 'draft') await stop(trx, here, id);
  const after = await getMailing(trx, here, id);
  if (state === 'draft') await deleteDraft(trx, here.id, id);
  return after;
}

function shown(row: MailingRow, here: Here): Mailing {
  const plan = MailingPlan.parse(row.graph.settings['mailing']);
  return {
    id: row.id,
    name: row.name,
    state: stateOf(row, here.now),
    ...plan,
    segmentName: plan.segment === null ? null : (row.segment_name ?? plan.segment),
    templateName: row.template_name ?? plan.template,
    senderName: plan.sender === null ? null : (row.sender_name ?? plan.sender),
    begins: (row.timer_at ?? new Date(instantOf(plan.at, here.zone))).toISOString(),
    entered: row.entered,
    sent: row.sent,
    waiting: row.inside,
    unsent: row.unsent,
  };
}

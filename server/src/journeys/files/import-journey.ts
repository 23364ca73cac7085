import type { ImportPlan } from '@tabiji/shared/api/journey-files.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { Luggage, OpenedFile } from '@tabiji/shared/journey/file/journey-file.ts';
import { stableText } from '@tabiji/shared/stable-json.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';
import { saveSegment } from '../../segments/save-segment.ts';
import { checkMail } from '../../templates/check-mail.ts';
import { refusal } from '../../templates/pin-templates.ts';
import { saveTemplate } from '../../templates/templates.sql.ts';
import { getJourney, insertJourney } from '../journeys.sql.ts';
import { saveDraft } from '../save-draft.ts';
import { planImport } from './plan-import.ts';

/**
 * Makes a journey of a file, or the next draft of an existing one; publishing is another step. Templates and segments
 * come along as `takeLuggage` says.
 * @returns the journey, and the segments whose membership must be judged anew
 * @throws AppError as `takeLuggage`
 */
export async function importJourney(
  trx: Trx,
  here: Here,
  file: OpenedFile,
  { into, replace = false }: { into?: number | undefined; replace?: boolean },
): Promise<{ id: number; segments: string[]; plan: ImportPlan }> {
  const taken = await takeLuggage(trx, here, file, { replace });
  if (into === undefined) return { id: await insertJourney(trx, here, file.graph), ...taken };
  const { draft_rev, status } = await getJourney(trx, here.id, into);
  if (status === 'archived') throw new AppError('refused', `Journey ${into} is archived: restore it first.`);
  await saveDraft(trx, here, into, { base: draft_rev, graph: file.graph });
  return { id: into, ...taken };
}

/**
 * Makes the templates and segments that a file brings along and the workspace lacks; those it has stay, unless `replace`.
 * @throws AppError `refused` with line and text of a mail that cannot be rendered, `invalid` for a segment that cannot
 * be; nothing is changed then
 */
export async function takeLuggage(
  trx: Trx,
  here: Here,
  file: OpenedFile,
  { replace }: { replace: boolean },
): Promise<{ segments: string[]; plan: ImportPlan }> {
  const plan = await planImport(trx, here, file);
  const taken = plan.things.filter(({ state }) => state === 'new' || (replace && state === 'different'));
  const { templates, segments } = file.luggage;
  for (const { kind, key } of taken) {
    if (kind !== 'template') continue;
    const template = templates[key]!;
    const { problems } = await checkMail(template, { language: here.locale });
    if (problems.length > 0) throw refusal(problems.map((problem) => ({ template: key, ...problem })));
    await saveTemplate(trx, here, { key, ...template, variants: template.variants ?? {} });
  }
  const made = taken.flatMap(({ kind, key }) => (kind === 'segment' ? [key] : []));
  for (const key of inOrder(made, segments)) await saveSegment(trx, here, key, segments[key]!, here.locale);
  return { segments: made, plan };
}

/** Segments behind those they ask about. */
function inOrder(keys: readonly string[], segments: Luggage['segments']): string[] {
  const asks = (key: string) =>
    keys.filter((other) => other !== key && stableText(segments[key]).includes(`"${other}"`));
  const done: string[] = [];
  const take = (key: string, on: readonly string[]): void => {
    if (done.includes(key) || on.includes(key)) return;
    for (const other of asks(key)) take(other, [...on, key]);
    done.push(key);
  };
  for (const key of keys) take(key, []);
  return done;
}

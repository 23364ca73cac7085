import { AppError } from '@tabiji/shared/errors.ts';
import type { Luggage, OpenedFile } from '@tabiji/shared/journey/file/journey-file.ts';
import type { Problem } from '@tabiji/shared/journey/problem.ts';
import { problemsOf } from '@tabiji/shared/journey/problems.ts';
import { stableText } from '@tabiji/shared/stable-json.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';
import { saveSegment } from '../../segments/save-segment.ts';
import { checkTemplate } from '../../templates/check-template.ts';
import { refusal } from '../../templates/pin-templates.ts';
import { saveTemplate } from '../../templates/templates.sql.ts';
import { getJourney, insertJourney, namesOf } from '../journeys.sql.ts';
import { saveDraft } from '../save-draft.ts';
import { luggageOf } from './luggage-of.ts';

/** What a file would do to a workspace: what is new in it, what is there already and differs, and what is wrong. */
export interface ImportPlan {
  /** `same` things are left alone; `different` ones as well, unless they are to be replaced. */
  things: { kind: 'template' | 'segment'; key: string; state: 'new' | 'same' | 'different' }[];
  problems: Problem[];
}

/** Looks at a file before anything changes. */
export async function planImport(trx: Trx, here: Here, { graph, luggage }: OpenedFile): Promise<ImportPlan> {
  const there = await luggageOf(trx, here, graph);
  const known = await namesOf(trx, here.id);
  const stateOf = <K extends keyof Luggage>(kind: K, key: string) => {
    const old = there[kind][key];
    if (old === undefined) return 'new' as const;
    return stableText(old) === stableText(luggage[kind][key]) ? ('same' as const) : ('different' as const);
  };
  return {
    things: [
      ...Object.keys(luggage.templates).map((key) => ({
        kind: 'template' as const,
        key,
        state: stateOf('templates', key),
      })),
      ...Object.keys(luggage.segments).map((key) => ({
        kind: 'segment' as const,
        key,
        state: stateOf('segments', key),
      })),
    ],
    problems: problemsOf(graph, {
      ranks: known.ranks,
      topics: known.topics,
      templates: new Set([...known.templates, ...Object.keys(luggage.templates)]),
      segments: new Set([...known.segments, ...Object.keys(luggage.segments)]),
    }),
  };
}

/**
 * Makes a journey of a file, or the next draft of an existing one; publishing is another step. Templates and segments
 * that the workspace lacks are made; those it has stay, unless `replace`.
 * @returns the journey, and the segments whose membership must be judged anew
 * @throws AppError `refused` with line and text of a mail that cannot be rendered; nothing is changed then
 */
export async function importJourney(
  trx: Trx,
  here: Here,
  file: OpenedFile,
  { into, replace = false }: { into?: number | undefined; replace?: boolean },
): Promise<{ id: number; segments: string[]; plan: ImportPlan }> {
  const plan = await planImport(trx, here, file);
  const taken = plan.things.filter(({ state }) => state === 'new' || (replace && state === 'different'));
  const { templates, segments } = file.luggage;
  for (const { kind, key } of taken) {
    if (kind !== 'template') continue;
    const template = templates[key]!;
    const { problems } = await checkTemplate(template);
    if (problems.length > 0) throw refusal(problems.map((problem) => ({ template: key, ...problem })));
    await saveTemplate(trx, here, { key, ...template });
  }
  const made = taken.flatMap(({ kind, key }) => (kind === 'segment' ? [key] : []));
  for (const key of inOrder(made, segments)) await saveSegment(trx, here, key, segments[key]!, here.locale);
  if (into === undefined) return { id: await insertJourney(trx, here, file.graph), segments: made, plan };
  const { draft_rev, status } = await getJourney(trx, here.id, into);
  if (status === 'archived') throw new AppError('refused', `Journey ${into} is archived: restore it first.`);
  await saveDraft(trx, here, into, { base: draft_rev, graph: file.graph });
  return { id: into, segments: made, plan };
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

import { AppError } from '@tabiji/shared/errors.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import { type Asked, unaskedLinks } from '../questions/asked-links.ts';
import { getMailSettings } from './brand/settings.sql.ts';
import { checkMail, inVariant, writtenIn } from './check-mail.ts';
import { dutyProblems, isLiable, type Speaker } from './display-duty.ts';
import { placeholders } from './placeholders.ts';
import { type NamedProblem, problemSentence } from './problem.ts';
import { findTemplates, versionOf } from './templates.sql.ts';

export interface PinOptions {
  /** In whose names the promotional mails go; nobody: they promote nothing. */
  speakers?: ((key: string) => readonly Speaker[]) | undefined;
  /** What the journey asks by links in its mails; absent: nobody looks. */
  asked?: Asked | undefined;
}

/**
 * Fixes templates as they are now for a journey that is being published. Promotional mails must show what the law wants
 * shown where mails reach people.
 * @returns template key → template_version.id; unchanged content keeps its id
 * @throws AppError `refused` whose details hold each problem with its template, line and text
 */
export async function pinTemplates(
  trx: Trx,
  here: Here,
  keys: readonly string[],
  { speakers = () => [], asked }: PinOptions = {},
): Promise<Record<string, number>> {
  const wanted = [...new Set(keys)].toSorted();
  const found = new Map((await findTemplates(trx, here, wanted)).map((template) => [template.key, template]));
  const settings = await getMailSettings(trx, here);
  const problems: NamedProblem[] = [];
  const pinned: Record<string, number> = {};
  for (const key of wanted) {
    const source = found.get(key);
    if (!source) {
      problems.push({ template: key, line: 0, text: missing(key) });
      continue;
    }
    const checked = await checkMail(source, { settings, campaign: key, language: here.locale });
    const unwritten = writtenIn(source).flatMap(({ language, ...words }) =>
      placeholders(words).map((problem) => inVariant(problem, language)),
    );
    const { compiled } = checked;
    const duties =
      compiled && isLiable(here)
        ? speakers(key).flatMap((speaker) => dutyProblems(compiled, source, here, speaker))
        : [];
    const unasked = asked ? unaskedLinks(checked.links, asked) : [];
    const wrong = [...checked.problems, ...checked.unknownValues, ...unwritten, ...duties, ...unasked];
    problems.push(...wrong.map((problem) => ({ template: key, ...problem })));
    if (checked.compiled && wrong.length === 0) pinned[key] = await versionOf(trx, here, key, checked.compiled);
  }
  if (problems.length > 0) throw refusal(problems);
  return pinned;
}

/** Says which templates cannot be used and where. */
export function refusal(problems: readonly NamedProblem[]): AppError {
  const [first] = problems;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  const message = first
    ? `Template ${first.template}: ${problemSentence(first, 'en')}${more}`
    : 'The template cannot be used.';
  return new AppError('refused', message, { details: { problems } });
}

const missing = (key: string) => ({
  ja: `テンプレート「${key}」がありません。`,
  en: `There is no template “${key}”.`,
});

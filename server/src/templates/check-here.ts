import { createHash } from 'node:crypto';
import { DEFAULT_BRAND } from '@tabiji/shared/api/mail-settings.ts';
import { withBrand } from './brand/brand-values.ts';
import { withUtm } from './brand/utm.ts';
import { checkLiquid } from './check-liquid.ts';
import type { CheckedTemplate, CheckOptions, TemplateSource } from './check-template.ts';
import { compileMjml } from './compile-mjml.ts';
import { withoutComments } from './mjml-source.ts';
import { withMarks, withOffsets } from './preview/source-map.ts';
import { foreignMarks, unreadableMarks } from './foreign-marks.ts';
import { lostText } from './lost-text.ts';
import type { TemplateProblem } from './problem.ts';
import { trialProblems } from './trial.ts';
import { unsafeParts } from './unsafe-source.ts';

/** What checkTemplate does, in the thread that may be ended. */
export async function checkHere(
  { subject, mjml }: TemplateSource,
  { mapped = false, settings, campaign = 'mail' }: CheckOptions = {},
): Promise<CheckedTemplate> {
  const brand = settings?.brand ?? DEFAULT_BRAND;
  const inSubject = checkLiquid('plain', subject, 0);
  const inSource = checkSource(withBrand(withoutComments(mjml), brand));
  const seen = {
    unknownValues: [...inSubject.unknown, ...inSource.unknown],
    links: [...inSubject.links, ...inSource.links],
  };
  const inLiquid = [...inSubject.problems, ...inSource.problems];
  if (inLiquid.some(({ fatal }) => fatal)) return refused(inLiquid, seen);
  const broken = [...inLiquid, ...unsafeParts(withoutComments(mjml))];
  const result = await compileMjml(withBrand(mapped ? withMarks(mjml) : mjml, brand));
  const problems = [...broken, ...('problems' in result ? result.problems : [])];
  const lost = lostText(mjml);
  if ('problems' in result || problems.length > 0) return refused(problems, seen, lost);
  const warnings = [...result.warnings, ...lost];
  const placed = mapped ? withOffsets(result.html) : result.html;
  const html = settings?.utm ? withUtm(placed, settings.utm, campaign) : placed;
  const hash = createHash('sha256').update(subject).update('\0').update(html).digest('hex');
  const again = checkLiquid('html', html, 1).problems; // what compiling moved apart, such as half a tag in an attribute
  if (again.length > 0) return refused(again, seen, warnings);
  const compiled = { hash, subject, html };
  const tried = trialProblems(compiled);
  return tried.length > 0 ? refused(tried, seen, warnings) : { compiled, problems: [], ...seen, warnings };
}

/** What Liquid says of a source; marks of other systems are told for what they are. */
function checkSource(source: string): ReturnType<typeof checkLiquid> {
  const left = foreignMarks(source);
  const read = checkLiquid('html', left.rest);
  const unknown = (found: readonly TemplateProblem[]) => [...left.problems, ...found];
  if (read.problems.length === 0) return { ...read, unknown: unknown(read.unknown) };
  const { problems, rest } = unreadableMarks(left.rest);
  if (problems.length === 0) return { ...read, unknown: unknown(read.unknown) };
  const behind = checkLiquid('html', rest);
  return { ...behind, problems: [...problems, ...behind.problems], unknown: unknown(behind.unknown) };
}

const refused = (
  problems: readonly TemplateProblem[],
  seen: Pick<CheckedTemplate, 'unknownValues' | 'links'>,
  warnings: TemplateProblem[] = [],
): CheckedTemplate => ({
  compiled: null,
  problems: problems.map(({ line, text }) => ({ line, text })),
  ...seen,
  warnings,
});

import { problem, type Problem } from '@tabiji/shared/journey/problem.ts';
import type { Here } from '../../db/in-workspace.ts';
import { dutyProblems, isLiable, missingDuties, type Speaker } from '../../templates/display-duty.ts';
import type { Looked } from './template-checks.ts';

/** What the law wants shown and a node's promotional mail does not show. */
export function footerProblems(
  node: string,
  { key, name, mjml, checked }: Looked,
  here: Here,
  speaker: Speaker,
): Problem[] {
  if (!checked.compiled) return [];
  const canBeInserted = missingDuties(checked.compiled, here, speaker).some((duty) => duty !== 'settings');
  return dutyProblems(checked.compiled, { subject: '', mjml }, here, speaker).map(({ text }, at, all) =>
    problem('E13', { ja: `「${name.ja}」：${text.ja}`, en: `“${name.en}”: ${text.en}` }, node, {
      severity: isLiable(here) ? 'error' : 'warning',
      path: 'template',
      ...(canBeInserted && at === all.length - 1 && { footer: key }),
    }),
  );
}

import type { CaseResult, ExpectedStep } from '@tabiji/shared/api/journey-cases.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../i18n/locale.ts';
import { useFmt } from '../../../use-fmt.ts';
import { useDoc } from '../../session/use-session.ts';

/** What was expected and what came, in words. */
export function useDifferenceWords(): (difference: NonNullable<CaseResult['difference']>) => string {
  const { t } = useTranslation('simulation');
  const locale = useLocale();
  const fmt = useFmt();
  const graph = useDoc((state) => state.graph);
  const words = (step: ExpectedStep | null): string => {
    if (!step) return t('cases.nothing');
    const node = step.node === null ? undefined : graph.nodes[step.node];
    const name = node ? titleOf(node)[locale] : (step.node ?? '');
    return `${fmt.compact(step.at, step.at)} ${name} ${step.what}`.trim();
  };
  return ({ expected, actual }) => t('cases.differs', { expected: words(expected), actual: words(actual) });
}

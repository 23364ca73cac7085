import type { CaseResult, ExpectedStep } from '@tabiji/shared/api/journey-cases.ts';
import type { GraphNode } from '@tabiji/shared/journey/graph.ts';
import { triggerCode } from '@tabiji/shared/journey/trigger-code.ts';
import type { Start } from '@tabiji/shared/nodes/start/node.ts';
import { triggerWords } from '@tabiji/shared/nodes/start/words.ts';
import { openNode } from '@tabiji/shared/nodes/registry.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { useTranslation } from 'react-i18next';
import { useReasonWords } from '../../../customers/use-reason-words.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useFmt } from '../../../use-fmt.ts';
import { useNames } from '../../canvas/use-names.ts';
import { portsOf } from '../../doc/ports.ts';
import { useDoc } from '../../session/use-session.ts';

/** What was expected and what came, in words. A code that has no words here is shown as it is. */
export function useDifferenceWords(): (difference: NonNullable<CaseResult['difference']>) => string {
  const { t, i18n } = useTranslation('simulation');
  const locale = useLocale();
  const fmt = useFmt();
  const names = useNames();
  const reasonWords = useReasonWords();
  const graph = useDoc((state) => state.graph);
  const known = (key: string, code: string, name = ''): string =>
    i18n.exists(`simulation:${key}`) ? t(key as 'mail.sent', { name }) : code;
  const triggerOf = (node: GraphNode | undefined, code: string): string | undefined => {
    const opened = node && openNode(node);
    const found = opened?.ok ? (opened.config as Start).triggers?.find((one) => triggerCode(one) === code) : undefined;
    return found && triggerWords(found, locale, names);
  };
  const what = ({ kind, node: id, what: code }: ExpectedStep): string => {
    const node = graph.nodes[id ?? graph.start];
    switch (kind) {
      case 'entered': {
        const trigger = triggerOf(graph.nodes[graph.start], code);
        return trigger ? t('enteredBy', { trigger }) : t('entered');
      }
      case 'refused':
        return t('refused', { because: known(`notIn.${code}`, code) });
      case 'ended':
        return t('ended', { reason: reasonWords(code) });
      case 'mail': {
        const at = code.lastIndexOf(':');
        const name = names.template(code.slice(0, at)) ?? code.slice(0, at);
        return known(`mail.${code.slice(at + 1)}`, code, name);
      }
      case 'step': {
        const port = node && portsOf(node).find((one) => one.id === code)?.label[locale];
        return code === 'next' || code === '' ? t('step.leave') : t('step.leaveBy', { port: port ?? code });
      }
    }
  };
  const words = (step: ExpectedStep | null): string => {
    if (!step) return t('cases.nothing');
    const node = step.kind === 'step' && step.node !== null ? graph.nodes[step.node] : undefined;
    const name = node ? titleOf(node)[locale] : '';
    return [fmt.compact(step.at, step.at), name, what(step)].filter(Boolean).join(' ');
  };
  return ({ expected, actual }) => t('cases.differs', { expected: words(expected), actual: words(actual) });
}

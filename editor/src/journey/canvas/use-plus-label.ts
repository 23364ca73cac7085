import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { portsOf, type PortRef } from '../doc/ports.ts';
import { useDoc } from '../session/use-session.ts';

/** What the ⊕ does: after a port (of a card with several) or a card; or between it and the next card. */
export function usePlusLabel({ node, port }: PortRef): string {
  const { t } = useTranslation('journey');
  const locale = useLocale();
  const after = useDoc(({ graph }) => {
    const from = graph.nodes[node];
    const ports = from ? portsOf(from) : [];
    const name = ports.length > 1 ? ports.find(({ id }) => id === port)?.label[locale] : undefined;
    return name ?? titleOf(from)[locale];
  });
  const before = useDoc(({ graph }) => {
    const next = graph.nodes[node]?.next[port];
    return next ? titleOf(graph.nodes[next])[locale] : undefined;
  });
  return before === undefined ? t('plus', { after }) : t('plusBetween', { after, before });
}

import { useTranslation } from 'react-i18next';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { useLocale } from '../../i18n/locale.ts';
import { portsOf, type PortRef } from '../doc/ports.ts';
import { useDoc, useMoving } from '../session/use-session.ts';

/** The present slot in words: 置き場所 3/12：「待つ」と「メール」の間. Undefined without one. */
export function useSlotWords(): string | undefined {
  const { t } = useTranslation('moving');
  const place = useMoving(({ carried, target }) => {
    const at = carried && target !== null ? [...carried.slots.keys()].indexOf(target) : -1;
    return at < 0 ? '' : `${at + 1} ${carried?.slots.size ?? 0}`;
  });
  const slot = useMoving(({ carried, target }) => (target === null ? undefined : carried?.slots.get(target)));
  const where = useWhere(slot);
  if (where === undefined) return undefined;
  const [at = '', of = ''] = place.split(' ');
  return t('slot', { at, of, where });
}

function useWhere(slot: PortRef | undefined): string | undefined {
  const { t } = useTranslation('moving');
  const locale = useLocale();
  const after = useDoc(({ graph }) => {
    const node = slot && graph.nodes[slot.node];
    if (!node) return undefined;
    const ports = portsOf(node);
    const way = ports.length > 1 ? ports.find(({ id }) => id === slot.port)?.label[locale] : undefined;
    return way === undefined ? titleOf(node)[locale] : `${titleOf(node)[locale]}: ${way}`;
  });
  const before = useDoc(({ graph }) => {
    const next = slot && graph.nodes[slot.node]?.next[slot.port];
    return next ? titleOf(graph.nodes[next])[locale] : undefined;
  });
  if (after === undefined) return undefined;
  return before === undefined ? t('after', { after }) : t('between', { after, before });
}

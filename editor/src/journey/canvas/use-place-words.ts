import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import type { DocState } from '../doc/doc-store.ts';
import { portsOf } from '../doc/ports.ts';
import type { Layout } from '../layout.ts';
import { listsWays } from '../layout/height.ts';
import { itemsOf } from '../outline/items.ts';
import { rowsOf } from '../outline/rows.ts';
import { useDoc } from '../session/use-session.ts';

/** Where the focused card stands: 「12手順中3番目。次は分岐。」. Empty for the others, which nobody hears. */
export function usePlaceWords(id: NodeId, isFocused: boolean): string {
  const { t } = useTranslation('outline');
  const locale = useLocale();
  const place = useDoc((state) => (isFocused ? placeOf(state).get(id) : undefined));
  const all = useDoc((state) => (isFocused ? placeOf(state).size : 0));
  const next = useDoc(({ graph }) => {
    const node = isFocused ? graph.nodes[id] : undefined;
    const names = node ? portsOf(node).map((port) => graph.nodes[node.next[port.id] ?? '']) : [];
    return names.flatMap((each) => (each ? titleOf(each)[locale] : [])).join(t('comma'));
  });
  const ways = useDoc(({ graph }) => {
    const node = isFocused ? graph.nodes[id] : undefined;
    return node && listsWays(node)
      ? portsOf(node)
          .map(({ label }) => label[locale])
          .join(t('comma'))
      : '';
  });
  if (place === undefined) return '';
  return (ways && t('ways', { ways })) + t('place', { place, all }) + (next ? t('next', { next }) : '');
}

const NONE: ReadonlySet<string> = new Set();
const known = new WeakMap<Layout, ReadonlyMap<NodeId, number>>();

/** Every node's place in the reading order, from 1; counted again only when something has moved. */
function placeOf({ graph, layout }: DocState): ReadonlyMap<NodeId, number> {
  const before = known.get(layout);
  if (before) return before;
  const ids = rowsOf(itemsOf(graph), NONE).flatMap(({ item }) => (item.kind === 'node' ? [item.id] : []));
  const places = new Map(ids.map((id, i) => [id, i + 1]));
  known.set(layout, places);
  return places;
}

import type { GraphNode, NodeId } from '@tabiji/shared/journey/graph.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import type { NamesOf, NodeGroup } from '@tabiji/shared/nodes/define-node.ts';
import { findView } from '@tabiji/shared/nodes/views.ts';
import { IconArrowMerge, IconUnlink } from '@tabler/icons-react';
import { useMemo, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { matches } from '../../folded.ts';
import { useLocale } from '../../i18n/locale.ts';
import type { Found } from '../../ui/FoundList.tsx';
import { portsInto, type PortRef } from '../doc/ports.ts';
import { openNode } from '@tabiji/shared/nodes/registry.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { insertNode } from '../session/actions.ts';
import { useNames } from '../canvas/use-names.ts';
import { useDoc, useSession } from '../session/use-session.ts';
import { findNodeTypes } from './find-node-types.ts';
import { joinable } from './joinable.ts';
import { uses } from './uses.ts';

export interface PickerItem extends Found {
  hue: NodeGroup;
  icon: ComponentType<{ size?: number | string; stroke?: number | string }>;
  choose: () => void;
}

/** So many of the types added most often stand on top. */
const MOST = 6;

/** Everything the picker offers at a port, narrowed by what is typed. */
export function usePickerItems(at: PortRef, query: string): PickerItem[] {
  const { t } = useTranslation('journey');
  const locale = useLocale();
  const session = useSession();
  const names = useNames();
  const graph = useDoc((state) => state.graph);
  return useMemo(() => {
    const follows = Boolean(graph.nodes[at.node]?.next[at.port]);
    const top = query.trim() === '' ? uses.most(MOST) : [];
    const rank = (type: string) => (top.includes(type) ? top.indexOf(type) : MOST);
    const offers = findNodeTypes(query).toSorted((a, b) => rank(a.type) - rank(b.type));
    const types = offers.map(({ type, group, label, isEnd }): PickerItem => {
      return {
        id: type,
        heading: rank(type) < MOST ? t('picker.group.most') : t(`picker.group.${group}`),
        label: label[locale],
        reason: isEnd && follows ? t('picker.followed') : undefined,
        hue: group,
        icon: findView(type)?.icon ?? IconArrowMerge,
        choose: () => {
          uses.count(type);
          insertNode(session, at, type);
        },
      };
    });
    const { doc, ui } = session;
    const link = (to: NodeId): PickerItem => ({
      id: `to ${to}`,
      heading: t('picker.join'),
      label: t('picker.joinTo', { name: titleOf(graph.nodes[to])[locale] }),
      about: portsInto(graph, to).length === 0 ? t('tray.title') : saidOf(graph.nodes[to], locale, names),
      hue: 'exit',
      icon: IconArrowMerge,
      choose: () => {
        doc.dispatch({ do: 'connect', from: at, to });
        ui.select(to);
        ui.focusSelected();
      },
    });
    const links = follows ? [] : joinable(graph, at).map(link);
    const unlink: PickerItem = {
      id: 'unlink',
      heading: t('picker.line'),
      label: t('picker.unlink'),
      about: t('picker.unlinkHelp'),
      hue: 'exit',
      icon: IconUnlink,
      choose: () => {
        doc.dispatch({ do: 'disconnect', from: at });
        ui.pick(null);
      },
    };
    const rest = [...links, ...(follows ? [unlink] : [])].filter(({ label, about }) => matches(query, [label, about]));
    return [...types, ...rest];
  }, [at, graph, locale, query, session, names, t]);
}

/** The card's sentence, by which nodes of the same name are told apart. */
function saidOf(node: GraphNode | undefined, locale: Locale, names: NamesOf): string | undefined {
  const opened = node && openNode(node);
  return opened?.ok ? opened.definition.summary(opened.config, locale, names) : undefined;
}

import { IconHelpHexagon } from '@tabler/icons-react';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import type { NodeGroup } from '@tabiji/shared/nodes/define-node.ts';
import { openNode } from '@tabiji/shared/nodes/registry.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { findView, type AnyView } from '@tabiji/shared/nodes/views.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { useDoc, useUi } from '../session/use-session.ts';
import { useRowWords } from './CardRow.tsx';
import { troubleOf } from './trouble.ts';
import { useNames } from './use-names.ts';

/** How a node appears, on a card or in a line. */
export interface NodeLook {
  icon: AnyView['icon'];
  group: NodeGroup;
  title: string;
  /** What it does, in one sentence. */
  said: string;
  note: string | undefined;
  isOff: boolean;
  /** Just added, with something still to fill in. */
  isUnset: boolean;
  trouble: 'error' | 'warning' | undefined;
  /** All of it in words, figures included. */
  spoken: string;
}

/** A node's appearance; undefined when it is gone. */
export function useNodeLook(id: NodeId): NodeLook | undefined {
  const { t } = useTranslation('journey');
  const locale = useLocale();
  const names = useNames();
  const node = useDoc(({ graph }) => graph.nodes[id]);
  const isFresh = useUi(({ fresh }) => fresh.has(id));
  const worst = useDoc(({ problems }) => troubleOf(problems, id)?.worst);
  const lacks = useDoc(({ problems }) => troubleOf(problems, id)?.isUnset ?? false);
  const opened = useMemo(() => (node ? openNode(node) : undefined), [node]);
  const figures = useRowWords(id);
  if (!node || !opened) return undefined;
  const definition = opened.ok || opened.because === 'bad_config' ? opened.definition : undefined;
  const title = titleOf(node)[locale];
  const said = opened.ok
    ? opened.definition.summary(opened.config, locale, names)
    : t(opened.because === 'unknown_type' ? 'card.unknown' : 'card.unreadable', { type: node.type });
  const isOff = node.disabled === true;
  const isUnset = isFresh && lacks;
  const trouble = isFresh ? undefined : worst;
  const words = [
    title,
    isOff && t('card.off'),
    isUnset && t('card.fresh'),
    said,
    figures,
    trouble && t(`card.${trouble}`),
  ];
  return {
    icon: findView(node.type)?.icon ?? IconHelpHexagon,
    group: definition?.group ?? 'custom',
    title,
    said,
    note: node.note,
    isOff,
    isUnset,
    trouble,
    spoken: words.filter(Boolean).join(locale === 'ja' ? '。 ' : '. '),
  };
}

import { useQuery } from '@tanstack/react-query';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { openNode } from '@tabiji/shared/nodes/registry.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { useMemo } from 'react';
import { useLocale } from '../../i18n/locale.ts';
import { useNames } from '../canvas/use-names.ts';
import { itemsOf } from '../outline/items.ts';
import { rowsOf } from '../outline/rows.ts';
import { useDoc } from '../session/use-session.ts';
import { mailQueries } from '../../api/mails.ts';

/** What a node can be found by. */
export interface NodeTexts {
  id: NodeId;
  title: string;
  said: string | undefined;
  note: string | undefined;
  /** Of the mails it sends. */
  subjects: readonly string[];
}

const NONE: ReadonlySet<string> = new Set();

/** Every node of the journey with its texts, in reading order. */
export function useNodeTexts(): NodeTexts[] {
  const locale = useLocale();
  const names = useNames();
  const graph = useDoc((state) => state.graph);
  const { data: templates } = useQuery(mailQueries.templates);
  return useMemo(() => {
    const subjects = new Map(templates?.map(({ key, subject }) => [key, subject]));
    const rows = rowsOf(itemsOf(graph), NONE);
    return rows.flatMap(({ item }) => {
      const node = item.kind === 'node' ? graph.nodes[item.id] : undefined;
      if (item.kind !== 'node' || !node) return [];
      const opened = openNode(node);
      const sent = opened.ok ? (opened.definition.templates?.(opened.config) ?? []) : [];
      return {
        id: item.id,
        title: titleOf(node)[locale],
        said: opened.ok ? opened.definition.summary(opened.config, locale, names) : undefined,
        note: node.note,
        subjects: sent.flatMap((key) => subjects.get(key) ?? []),
      };
    });
  }, [graph, templates, locale, names]);
}

import { useQuery } from '@tanstack/react-query';
import type { Catalogue } from '@tabiji/shared/api/workspace.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import type { NamesOf } from '@tabiji/shared/nodes/define-node.ts';
import { useMemo } from 'react';
import { queries } from '../../api/queries.ts';
import { useLocale } from '../../i18n/locale.ts';
import { mention } from '../doc/mention.ts';
import { useSession } from '../session/use-session.ts';

const namesIn =
  (locale: Locale) =>
  ({ templates, segments, senders, ranks, topics }: Catalogue) => {
    const maps = [templates, segments, senders].map((list) => new Map(list.map(({ key, name }) => [key, name])));
    const [byTemplate, bySegment, bySender] = maps;
    const [byRank, byTopic] = [ranks, topics].map((list) => new Map(list.map(({ key, name }) => [key, name[locale]])));
    return {
      template: (key: string) => byTemplate?.get(key),
      segment: (key: string) => bySegment?.get(key),
      sender: (key: string) => bySender?.get(key),
      rank: (key: string) => byRank?.get(key),
      topic: (key: string) => byTopic?.get(key),
    };
  };
const NAMES = { ja: namesIn('ja'), en: namesIn('en') };

const NO_NAMES = { template: () => undefined, segment: () => undefined, rank: () => undefined, topic: () => undefined };

/** Names of templates, segments and this journey's nodes, for sentences. */
export function useNames(): NamesOf {
  const locale = useLocale();
  const { doc } = useSession();
  const known = useQuery({ ...queries.catalogue, select: NAMES[locale] }).data ?? NO_NAMES;
  return useMemo(
    () => ({
      ...known,
      node: (id) => {
        const node = doc.store.getState().graph.nodes[id];
        return node && mention(node, locale, known);
      },
    }),
    [known, doc, locale],
  );
}

import { useQuery } from '@tanstack/react-query';
import type { Catalogue } from '@tabiji/shared/api/workspace.ts';
import type { NamesOf } from '@tabiji/shared/nodes/define-node.ts';
import { useMemo } from 'react';
import { queries } from '../../api/queries.ts';
import { useLocale } from '../../i18n/locale.ts';
import { mention } from '../doc/mention.ts';
import { useSession } from '../session/use-session.ts';

const namesOf = ({ templates, segments }: Catalogue) => {
  const maps = [templates, segments].map((list) => new Map(list.map(({ key, name }) => [key, name])));
  const [byTemplate, bySegment] = maps;
  return { template: (key: string) => byTemplate?.get(key), segment: (key: string) => bySegment?.get(key) };
};

const NO_NAMES = { template: () => undefined, segment: () => undefined };

/** Names of templates, segments and this journey's nodes, for sentences. */
export function useNames(): NamesOf {
  const locale = useLocale();
  const { doc } = useSession();
  const known = useQuery({ ...queries.catalogue, select: namesOf }).data ?? NO_NAMES;
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

import type { NamesOf } from '@tabiji/shared/nodes/define-node.ts';
import type { Catalogue } from '@tabiji/shared/api/workspace.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import { useMemo } from 'react';
import { useLocale } from '../i18n/locale.ts';
import { useSurroundings } from './context.ts';

/** Names behind the keys of a catalogue, for sentences. */
export const namesOf = (
  {
    segments,
    templates,
    ranks,
    topics = [],
  }: Pick<Catalogue, 'segments' | 'templates' | 'ranks'> & Partial<Pick<Catalogue, 'topics'>>,
  locale: Locale,
): NamesOf => ({
  rank: (key) => ranks.find((rank) => rank.key === key)?.name[locale],
  segment: (key) => segments.find((segment) => segment.key === key)?.name,
  topic: (key) => topics.find((topic) => topic.key === key)?.name[locale],
  template: (key) => templates.find((template) => template.key === key)?.name,
});

export function useNames(): NamesOf {
  const { catalogue } = useSurroundings();
  const locale = useLocale();
  return useMemo(() => namesOf(catalogue, locale), [catalogue, locale]);
}

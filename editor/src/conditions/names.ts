import type { NamesOf } from '@tabiji/shared/nodes/define-node.ts';
import type { Catalogue } from '@tabiji/shared/api/workspace.ts';
import { useMemo } from 'react';
import { useSurroundings } from './context.ts';

/** Names behind the keys of a catalogue, for sentences. */
export const namesOf = ({ segments, templates }: Pick<Catalogue, 'segments' | 'templates'>): NamesOf => ({
  segment: (key) => segments.find((segment) => segment.key === key)?.name,
  template: (key) => templates.find((template) => template.key === key)?.name,
});

export function useNames(): NamesOf {
  const { catalogue } = useSurroundings();
  return useMemo(() => namesOf(catalogue), [catalogue]);
}

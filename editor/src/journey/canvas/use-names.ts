import { useQuery } from '@tanstack/react-query';
import type { Catalogue } from '@tabiji/shared/api/workspace.ts';
import type { NamesOf } from '@tabiji/shared/nodes/define-node.ts';
import { queries } from '../../api/queries.ts';

const namesOf = ({ templates, segments }: Catalogue): NamesOf => {
  const [byTemplate, bySegment] = [templates, segments].map(
    (list) => new Map(list.map(({ key, name }) => [key, name])),
  );
  return { template: (key) => byTemplate?.get(key), segment: (key) => bySegment?.get(key) };
};

const NO_NAMES: NamesOf = { template: () => undefined, segment: () => undefined };

/** Names of templates and segments for sentences; unknown ones stay keys. */
export function useNames(): NamesOf {
  return useQuery({ ...queries.catalogue, select: namesOf }).data ?? NO_NAMES;
}

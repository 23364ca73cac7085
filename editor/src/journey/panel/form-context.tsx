import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import type { Catalogue } from '@tabiji/shared/api/workspace.ts';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import type { FormContext, NodeBefore } from '@tabiji/shared/nodes/define-view.ts';
import { lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { createContext, Suspense, useContext, useMemo, useState } from 'react';
import { queries } from '../../api/queries.ts';
import { useLocale } from '../../i18n/locale.ts';
import { useFmt } from '../../use-fmt.ts';
import { useNames } from '../canvas/use-names.ts';
import { useDoc } from '../session/use-session.ts';
import { nodesBefore } from './nodes-before.ts';

const ConditionEditor = lazyPart(() => import('../../conditions/ConditionEditor.tsx'), 'ConditionEditor');
const Standing = lazyPart(() => import('./ExperimentStanding.tsx'), 'ExperimentStanding');
const Preview = lazyPart(() => import('./TemplatePreview.tsx'), 'TemplatePreview');

const EMPTY: Catalogue = {
  attributes: [],
  events: [],
  segments: [],
  templates: [],
  ranks: [],
  topics: [],
  senders: [],
};
const NONE: readonly NodeBefore[] = [];
const BeforeContext = createContext<readonly NodeBefore[]>(NONE);

/** Nodes that conditions below this point may count from. */
export const BeforeProvider = BeforeContext.Provider;

const useCatalogue = () => useQuery(queries.catalogue).data ?? EMPTY;

/** The condition builder, told what a journey adds. */
export function JourneyCondition({ value, onChange }: { value: Condition; onChange: (value: Condition) => void }) {
  const nodes = useContext(BeforeContext);
  const inJourney = useMemo(() => ({ nodes }), [nodes]);
  const catalogue = useCatalogue();
  return (
    <Suspense fallback={<Skeleton height={80} />}>
      <ConditionEditor value={value} onChange={onChange} catalogue={catalogue} inJourney={inJourney} />
    </Suspense>
  );
}

const TemplatePreview = ({ template }: { template: string }) => (
  <Suspense fallback={<Skeleton height={280} />}>
    <Preview template={template} />
  </Suspense>
);

const ExperimentStanding = () => (
  <Suspense>
    <Standing />
  </Suspense>
);

/** What the form of a node may know. */
export function useFormContext(id: NodeId): FormContext {
  const locale = useLocale();
  const names = useNames();
  const fmt = useFmt();
  const catalogue = useCatalogue();
  const graph = useDoc((state) => state.graph);
  const { data: workspace } = useQuery(queries.workspace);
  const [opened] = useState(() => Date.now());
  const before = useMemo(() => nodesBefore(graph, id, locale, names), [graph, id, locale, names]);
  return useMemo(
    () => ({
      locale,
      names,
      catalogue,
      before,
      now: workspace ? Date.parse(workspace.now) : opened,
      zone: workspace?.timeZone ?? 'Asia/Tokyo',
      dateTime: (at: number) => fmt.full(at),
      ConditionEditor: JourneyCondition,
      TemplatePreview,
      ExperimentStanding,
    }),
    [locale, names, catalogue, before, workspace, opened, fmt],
  );
}

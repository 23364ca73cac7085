import type { PublishPreview } from '@tabiji/shared/api/journeys.ts';
import type { PublishPlan } from '@tabiji/shared/journey/publish-plan.ts';

/** How many people leave at once by what is chosen for them. */
export const leavingBy = (nodes: PublishPreview['nodes'], plan: PublishPlan): number =>
  nodes.reduce((sum, { node, people }) => sum + (plan[node] === 'exit' ? people : 0), 0);

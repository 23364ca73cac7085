import type { Fix, FixStep } from '@tabiji/shared/journey/fix.ts';
import type { JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import { defineCommand } from '../command.ts';
import { setPath } from '../set-path.ts';
import { deleteNodes } from './delete-nodes.ts';
import { setConfig } from './edit-node.ts';
import { insertAt } from './insert-at.ts';

/** Does what a problem's message offers, as one step of the history; `ids`: one for every step, for nodes it adds. */
export const applyFix = defineCommand<{ fix: Fix; ids: readonly NodeId[]; salt: string }>({
  reduce(draft, { fix, ids, salt }) {
    fix.steps.forEach((step, i) => take(draft, step, ids[i] ?? '', salt));
  },
  label: (_, { fix }) => fix.label,
});

function take(draft: JourneyGraph, step: FixStep, id: NodeId, salt: string): void {
  if ('set' in step) {
    const { node, path, value } = step.set;
    setConfig.reduce(draft, { id: node, path, value });
  } else if ('setting' in step) {
    draft.settings = setPath(draft.settings, step.setting.path, step.setting.value) as JourneyGraph['settings'];
  } else if ('remove' in step) {
    deleteNodes.reduce(draft, { ids: [step.remove], heal: true });
  } else {
    const { at, type, config } = step.insert;
    insertAt.reduce(draft, { at, id, type, salt });
    if (draft.nodes[id]) draft.nodes[id].config = structuredClone(config);
  }
}

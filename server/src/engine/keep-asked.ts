import type { Here } from '../db/in-workspace.ts';
import type { Choice } from './choices.sql.ts';
import type { AskedWork } from './effects.sql.ts';
import { messageKey } from './message-key.ts';
import type { Store } from './store.ts';
import type { Walked } from './take-pass.ts';

/** Keeps choices that are compared later, and work that is done outside; nothing where no node asks for it. */
export async function keepWhatNodesAsk({ nodes }: Store, here: Here, walked: readonly Walked[]): Promise<void> {
  const choices = walked.flatMap(choicesOf);
  if (choices.length > 0) await nodes.keepChoices(choices);
  const work = walked.flatMap((one) => workOf(one, here.id));
  if (work.length > 0) await nodes.ask(work);
}

function choicesOf({ row, version: { graph }, pass, at, arrival }: Walked): Choice[] {
  if (graph.records.size === 0) return [];
  return pass.steps.flatMap(([node, outcome, port]) =>
    outcome === 'leave' && port !== null && graph.records.has(node)
      ? [
          {
            customerId: row.customer_id,
            enrollmentId: row.id,
            journeyId: row.journey_id,
            version: row.version,
            node,
            port,
            at,
            arrival,
          },
        ]
      : [],
  );
}

function workOf({ row, pass: { rest }, at }: Walked, workspaceId: number): AskedWork[] {
  if (rest.kind !== 'ask' || rest.effect.kind !== 'perform') return [];
  const resting = { enrollmentId: row.id, visit: row.visit + 1, node: rest.node };
  return [
    {
      ...resting,
      customerId: row.customer_id,
      journeyId: row.journey_id,
      version: row.version,
      performer: rest.effect.performer,
      payload: rest.effect.payload,
      askedAt: at,
      key: messageKey(workspaceId, resting),
    },
  ];
}

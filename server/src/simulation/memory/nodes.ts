import type { Nodes } from '../../engine/store/nodes.ts';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import type { Json } from '@tabiji/shared/json.ts';
import type { AtOnce, Session } from './store.ts';

export const nodesIn = ({ db, trx }: Session): AtOnce<Nodes> => ({
  keepChoices(choices) {
    for (const { customerId, enrollmentId, journeyId, at, ...choice } of choices)
      trx.tryInsert(db.choice, {
        ...choice,
        customer_id: customerId,
        enrollment_id: enrollmentId,
        journey_id: journeyId,
        at: new Date(at),
        met: null,
      });
  },
  boards(journeys) {
    const boards = new Map<number, Record<NodeId, Json>>();
    for (const { journey_id, node, board } of trx.find(db.node_board, (row) => journeys.includes(row.journey_id)))
      boards.set(journey_id, { ...boards.get(journey_id), [node]: board });
    return boards;
  },
  ask(work) {
    for (const { customerId, enrollmentId, journeyId, askedAt, payload, ...one } of work)
      trx.insert(db.effect, {
        ...one,
        id: ++db.numbers.row,
        customer_id: customerId,
        enrollment_id: enrollmentId,
        journey_id: journeyId,
        attempts: 0,
        fence: 0,
        asked_at: new Date(askedAt),
        retry_at: new Date(-8_640_000_000_000_000),
        lease_until: null,
        first_attempt_at: null,
        status: 'queued',
        payload: payload as Json & object,
        error: null,
      });
  },
});

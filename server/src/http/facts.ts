import { Batch, Identify, Order, Receipt, Shipment, Track, type Fact } from '@tabiji/shared/api/facts.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { Hono } from 'hono';
import { ingest } from '../events/ingest.ts';
import type { Services } from '../services.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

/** Where shops tell what happens. Everything is stored before the answer; told again it changes nothing. */
export const factRoutes = (services: Services) =>
  new Hono<RouteEnv>()
    .post('/v1/identify', describes('Tell what a customer is like', Receipt), valid('json', Identify), async (c) =>
      c.json(await receive(services, c.get('workspaceId'), [{ type: 'identify', ...c.req.valid('json') }], true), 200),
    )
    .post('/v1/track', describes('Tell that something happened', Receipt), valid('json', Track), async (c) =>
      c.json(await receive(services, c.get('workspaceId'), [{ type: 'track', ...c.req.valid('json') }], true), 200),
    )
    .post('/v1/orders', describes('Tell of an order, or what became of it', Receipt), valid('json', Order), async (c) =>
      c.json(await receive(services, c.get('workspaceId'), [{ type: 'order', ...c.req.valid('json') }], true), 200),
    )
    .post(
      '/v1/shipments',
      describes('Tell what was shipped or delivered', Receipt),
      valid('json', Shipment),
      async (c) =>
        c.json(
          await receive(services, c.get('workspaceId'), [{ type: 'shipment', ...c.req.valid('json') }], true),
          200,
        ),
    )
    .post('/v1/batch', describes('Tell up to 1,000 facts, all or none', Receipt), valid('json', Batch), async (c) => {
      const { facts, startJourneys } = c.req.valid('json');
      return c.json(await receive(services, c.get('workspaceId'), facts, startJourneys), 200);
    });

async function receive(
  { inStore, ring }: Services,
  workspaceId: number,
  facts: readonly Fact[],
  startJourneys: boolean,
): Promise<Receipt> {
  const receipt = await inStore(workspaceId, async (store, here) => {
    const { conflicts, ...rest } = await ingest(store, here, facts, { startJourneys }).catch(alone(facts));
    const [first] = conflicts;
    if (first !== undefined) throw conflict(facts, first);
    return rest;
  });
  if (receipt.stored > 0) ring(workspaceId);
  return receipt;
}

/** A request that tells one fact speaks of its fields, not of a list. */
const alone =
  (facts: readonly Fact[]) =>
  (error: unknown): never => {
    if (!(error instanceof AppError) || facts.length > 1) throw error;
    const field = error.field?.replace('facts.0.', '');
    throw new AppError(error.code, error.message.replace('facts.0.', ''), {
      field,
      details: error.details,
      cause: error,
    });
  };

function conflict(facts: readonly Fact[], position: number): AppError {
  const fact = facts[position];
  const id = fact && 'id' in fact ? fact.id : '';
  return new AppError(
    'conflict',
    `The id "${id}" was used before with other content. Nothing of this request was stored.`,
    {
      field: facts.length === 1 ? 'id' : `facts.${position}.id`,
    },
  );
}

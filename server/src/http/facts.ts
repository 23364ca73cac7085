import { Batch, Identify, Order, Receipt, Shipment, Track, type Fact } from '@tabiji/shared/api/facts.ts';
import { Hono } from 'hono';
import { databaseTrouble, isCollision } from '../db/trouble.ts';
import { openIntake, type Judge } from '../events/intake.ts';
import { writeTellings } from '../events/write-tellings.ts';
import type { Services } from '../services.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

const judge: Judge = (error) =>
  databaseTrouble(error) !== undefined ? 'away' : isCollision(error) ? 'again' : 'fault';

/** Where shops tell what happens. Everything is stored before the answer; told again it changes nothing. */
export const factRoutes = ({ inStore, ring }: Services) => {
  const receive = openIntake(writeTellings(inStore), judge);
  const tell = async (workspaceId: number, facts: readonly Fact[], startJourneys = true): Promise<Receipt> => {
    const receipt = await receive(workspaceId, { facts, startJourneys });
    if (receipt.stored > 0) ring(workspaceId);
    return receipt;
  };
  return new Hono<RouteEnv>()
    .post('/v1/identify', describes('Tell what a customer is like', Receipt), valid('json', Identify), async (c) =>
      c.json(await tell(c.get('workspaceId'), [{ type: 'identify', ...c.req.valid('json') }]), 200),
    )
    .post('/v1/track', describes('Tell that something happened', Receipt), valid('json', Track), async (c) =>
      c.json(await tell(c.get('workspaceId'), [{ type: 'track', ...c.req.valid('json') }]), 200),
    )
    .post('/v1/orders', describes('Tell of an order, or what became of it', Receipt), valid('json', Order), async (c) =>
      c.json(await tell(c.get('workspaceId'), [{ type: 'order', ...c.req.valid('json') }]), 200),
    )
    .post(
      '/v1/shipments',
      describes('Tell what was shipped or delivered', Receipt),
      valid('json', Shipment),
      async (c) => c.json(await tell(c.get('workspaceId'), [{ type: 'shipment', ...c.req.valid('json') }]), 200),
    )
    .post('/v1/batch', describes('Tell up to 1,000 facts, all or none', Receipt), valid('json', Batch), async (c) => {
      const { facts, startJourneys } = c.req.valid('json');
      return c.json(await tell(c.get('workspaceId'), facts, startJourneys), 200);
    });
};

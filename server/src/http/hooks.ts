import { AppError } from '@tabiji/shared/errors.ts';
import { Hono } from 'hono';
import { receiveResendCall } from '../feedback/resend/receive-call.ts';
import type { Services } from '../services.ts';
import type { RouteEnv } from './route-env.ts';

/** What services call that carried our mails, without login: their signature is the proof. */
export const hookRoutes = (services: Services) =>
  new Hono<RouteEnv>().post('/hooks/resend/:key', async (c) => {
    const body = new Uint8Array(await c.req.arrayBuffer());
    const end = await receiveResendCall(services, c.req.param('key'), body, {
      id: c.req.header('svix-id') ?? c.req.header('webhook-id'),
      timestamp: c.req.header('svix-timestamp') ?? c.req.header('webhook-timestamp'),
      signature: c.req.header('svix-signature') ?? c.req.header('webhook-signature'),
    });
    if (end === 'unknown_key') throw new AppError('not_found', 'There is no such webhook.');
    if (end === 'not_signed') throw new AppError('unauthorized', 'The signature or its time is not right.');
    return c.json({ taken: end }, 200);
  });

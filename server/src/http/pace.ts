import { ReleaseSender, SendingPace, TroubledMails } from '@tabiji/shared/api/pace.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { Pace } from '@tabiji/shared/sending/pace.ts';
import { SenderKey } from '@tabiji/shared/sending/sender.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Trx } from '../db/database.ts';
import { type Here, inWorkspace } from '../db/in-workspace.ts';
import { releaseSender, troubledMails } from '../feedback/sender-health/pauses.sql.ts';
import { sendingPace, setPace } from '../messages/pace/overview.sql.ts';
import { listSenders } from '../senders/senders.sql.ts';
import type { Services } from '../services.ts';
import { addressOf } from './address-of.ts';
import { personOf } from './person-of.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

const Key = z.object({ key: SenderKey });
const SHOWN = 100;

/** How fast mails go, what keeps them back, and what stopped a sender. */
export const paceRoutes = ({ db, ring }: Services) => {
  /** Changes something of a sender, then says how all is. */
  const change = async (workspaceId: number, key: string, by: (trx: Trx, here: Here) => Promise<void>) => {
    await inWorkspace(db, workspaceId, async (trx, here) => {
      const senders = await listSenders(trx, here);
      if (!senders.some((one) => one.key === key)) throw new AppError('not_found', `there is no sender ${key}`);
      await by(trx, here);
    });
    ring(workspaceId);
    return inWorkspace(db, workspaceId, sendingPace);
  };
  return new Hono<RouteEnv>()
    .get('/v1/sending/pace', describes('How fast mails go, and what keeps them back', SendingPace), async (c) =>
      c.json(await inWorkspace(db, c.get('workspaceId'), sendingPace), 200),
    )
    .put(
      '/v1/senders/:key/pace',
      describes('Set how fast the mails of a sender go', SendingPace),
      valid('param', Key),
      valid('json', Pace),
      async (c) => {
        const { key } = c.req.valid('param');
        const pace = c.req.valid('json');
        return c.json(await change(c.get('workspaceId'), key, (trx, here) => setPace(trx, here, key, pace)), 200);
      },
    )
    .get(
      '/v1/senders/:key/troubled-mails',
      describes('Mails of the last 30 days that came back or were reported', TroubledMails),
      valid('param', Key),
      async (c) => {
        const { key } = c.req.valid('param');
        const mails = await inWorkspace(db, c.get('workspaceId'), (trx, here) => troubledMails(trx, here, key, SHOWN));
        return c.json({ mails }, 200);
      },
    )
    .post(
      '/v1/senders/:key/release',
      describes('Let a sender’s promotional mails go again; who did and why is kept', SendingPace),
      valid('param', Key),
      valid('json', ReleaseSender),
      async (c) => {
        const { key } = c.req.valid('param');
        const { note } = c.req.valid('json');
        const by = personOf(c).person?.name || addressOf(c);
        const release = async (trx: Trx, here: Here) => {
          if (!(await releaseSender(trx, here, key, { by, note })))
            throw new AppError('conflict', `the sender ${key} is not stopped`);
        };
        return c.json(await change(c.get('workspaceId'), key, release), 200);
      },
    );
};

import { SendingState } from '@tabiji/shared/api/sending.ts';
import { Hono } from 'hono';
import type { Trx } from '../db/database.ts';
import { type Here, inWorkspace } from '../db/in-workspace.ts';
import type { Services } from '../services.ts';
import { resumeSending, sendingState, stopSending } from '../workspaces/stop-sending.sql.ts';
import { addressOf } from './address-of.ts';
import { personOf } from './person-of.ts';
import type { RouteEnv } from './route-env.ts';
import { describes } from './valid.ts';

/** 全停止: nothing of the workspace is sent until somebody says so. */
export const sendingRoutes = ({ db, ring }: Services) => {
  const change = async (workspaceId: number, by: (trx: Trx, here: Here) => Promise<void>) => {
    const state = await inWorkspace(db, workspaceId, async (trx, here) => {
      await by(trx, here);
      return sendingState(trx, here);
    });
    ring(workspaceId);
    return state;
  };
  return new Hono<RouteEnv>()
    .get('/v1/sending', describes('Whether anything is sent, and how much waits', SendingState), async (c) =>
      c.json(await inWorkspace(db, c.get('workspaceId'), sendingState), 200),
    )
    .post(
      '/v1/sending/stop',
      describes('Stop all sending at once; effective within two seconds', SendingState),
      async (c) => {
        const by = personOf(c).person?.name || addressOf(c);
        return c.json(await change(c.get('workspaceId'), (trx, here) => stopSending(trx, here, by)), 200);
      },
    )
    .post('/v1/sending/resume', describes('Let mails go again', SendingState), async (c) =>
      c.json(await change(c.get('workspaceId'), resumeSending), 200),
    );
};

import { Catalogue, SaveWorkspace, Travel, WorkspaceDetail } from '@tabiji/shared/api/workspace.ts';
import { CPM_PRESETS } from '@tabiji/shared/cpm/presets.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { Hono } from 'hono';
import type { Db } from '../db/database.ts';
import { inWorkspace } from '../db/in-workspace.ts';
import type { Services } from '../services.ts';
import { refuseUsed } from '../workspaces/topics.sql.ts';
import { catalogueOf } from '../workspaces/catalogue.sql.ts';
import { beginTravel } from '../workspaces/travel.ts';
import { shopChanged } from '../workspaces/shop-changed.ts';
import { noteSenderChanged } from '../senders/troubles.sql.ts';
import { changeWorkspace, getWorkspace } from '../workspaces/workspaces.sql.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

export const workspaceRoutes = (services: Services) => {
  const { db, config, enqueue } = services;
  return new Hono<RouteEnv>()
    .get('/v1/workspace', describes('The workspace and its clock', WorkspaceDetail), async (c) =>
      c.json(await detail(db, c.get('workspaceId')), 200),
    )
    .patch('/v1/workspace', describes('Change settings', WorkspaceDetail), valid('json', SaveWorkspace), async (c) => {
      const change = c.req.valid('json');
      if (change.provider === 'smtp' && !config.smtpUrl)
        throw new AppError('refused', 'The server has no SMTP address: set TABIJI_SMTP_URL and start again.', {
          field: 'provider',
        });
      if (change.provider === 'resend' && !config.resendApiKey)
        throw new AppError('refused', 'The server has no Resend key: set RESEND_API_KEY and start again.', {
          field: 'provider',
        });
      if (change.topics)
        await inWorkspace(db, c.get('workspaceId'), (trx, here) => refuseUsed(trx, here, change.topics!));
      const before = await getWorkspace(db, c.get('workspaceId'));
      await changeWorkspace(db, c.get('workspaceId'), change);
      if (change.provider !== undefined && change.provider !== before?.provider)
        await inWorkspace(db, c.get('workspaceId'), (trx, here) => noteSenderChanged(trx, here));
      await shopChanged(services, c.get('workspaceId'), change);
      return c.json(await detail(db, c.get('workspaceId')), 200);
    })
    .post(
      '/v1/workspace/travel',
      describes('Move a demo or sandbox on in time', WorkspaceDetail, 202),
      valid('json', Travel),
      async (c) => {
        const workspaceId = c.get('workspaceId');
        await beginTravel(db, workspaceId, c.req.valid('json').by);
        await enqueue('travel', String(workspaceId), { workspaceId });
        return c.json(await detail(db, workspaceId), 202);
      },
    )
    .get('/v1/catalogue', describes('Names that conditions may mention', Catalogue), async (c) =>
      c.json(await inWorkspace(db, c.get('workspaceId'), catalogueOf), 200),
    );
};

async function detail(db: Db, id: number): Promise<WorkspaceDetail> {
  const row = await getWorkspace(db, id);
  if (!row) throw new AppError('not_found', `There is no workspace ${id}.`);
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    timeZone: row.time_zone,
    locale: row.locale,
    provider: row.provider,
    senderName: row.sender_name,
    senderAddress: row.sender_address,
    rules: row.rules,
    reviewRequired: row.review_required,
    reviewAlone: row.review_alone,
    topics: row.topics,
    identity: row.identity,
    sendingStopped: row.sending_stopped_at && {
      at: row.sending_stopped_at.toISOString(),
      by: row.sending_stopped_by ?? '',
    },
    failingDomains: row.failing_domains,
    pausedSenders: row.paused_senders,
    now: row.now.toISOString(),
    offsetMs: row.offset_ms,
    travelling: row.travel_to !== null,
    cpm: row.cpm ?? CPM_PRESETS.growth,
    seeding: row.seeding,
  };
}

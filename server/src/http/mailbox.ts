import { MailboxCheck, MailboxState, SetMailbox } from '@tabiji/shared/api/mailbox.ts';
import { Hono } from 'hono';
import { inWorkspace, type Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import { accessFrom, keepMailbox } from '../mailbox/access.ts';
import { checkMailbox } from '../mailbox/check-mailbox.ts';
import { findMailbox, removeMailbox, shownMailbox } from '../mailbox/mailbox.sql.ts';
import { readMailbox } from '../mailbox/read-mailbox.ts';
import type { Services } from '../services.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

/** The mailbox to which mail servers report. */
export const mailboxRoutes = (services: Services) => {
  const { db, config } = services;
  const state = async (trx: Trx, here: Here): Promise<MailboxState> => {
    const row = await findMailbox(trx, here);
    return { mailbox: row ? shownMailbox(row) : null };
  };
  return new Hono<RouteEnv>()
    .get('/v1/mailbox', describes('The mailbox that is looked into for reports', MailboxState), async (c) =>
      c.json(await inWorkspace(db, c.get('workspaceId'), state), 200),
    )
    .put(
      '/v1/mailbox',
      describes('Look into this mailbox every few minutes', MailboxState),
      valid('json', SetMailbox),
      async (c) => {
        await keepMailbox(services, c.get('workspaceId'), c.req.valid('json'));
        return c.json(await inWorkspace(db, c.get('workspaceId'), state), 200);
      },
    )
    .delete('/v1/mailbox', describes('Look into no mailbox any more', MailboxState), async (c) => {
      await inWorkspace(db, c.get('workspaceId'), removeMailbox);
      return c.json(await inWorkspace(db, c.get('workspaceId'), state), 200);
    })
    .post(
      '/v1/mailbox/check',
      describes('Log in and open the folder, without reading anything', MailboxCheck),
      valid('json', SetMailbox),
      async (c) => {
        const access = await accessFrom(services, c.get('workspaceId'), c.req.valid('json'));
        return c.json(await checkMailbox(access, config), 200);
      },
    )
    .post('/v1/mailbox/read', describes('Look into the mailbox now', MailboxState), async (c) => {
      await readMailbox(services, c.get('workspaceId'));
      return c.json(await inWorkspace(db, c.get('workspaceId'), state), 200);
    });
};

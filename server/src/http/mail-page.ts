import { MailSettings, SaveMailSettings } from '@tabiji/shared/api/mail-settings.ts';
import { TemplateKey } from '@tabiji/shared/api/mail.ts';
import { SendTest, TestSent } from '@tabiji/shared/api/test-sends.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { inWorkspace } from '../db/in-workspace.ts';
import type { Services } from '../services.ts';
import { getMailSettings, saveMailSettings } from '../templates/brand/settings.sql.ts';
import { sendTest } from '../templates/tests-sent/send-test.ts';
import { lastTests } from '../templates/tests-sent/tests.sql.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

const Key = z.object({ key: TemplateKey });

/** What all mails share, and tests of one. */
export const mailPageRoutes = (services: Services) => {
  const { db } = services;
  return new Hono<RouteEnv>()
    .get('/v1/mail-settings', describes('Brand, parameters of links and testers', MailSettings), async (c) =>
      c.json(await inWorkspace(db, c.get('workspaceId'), getMailSettings), 200),
    )
    .patch(
      '/v1/mail-settings',
      describes('Replace the parts that are given; mails published before stay as they are', MailSettings),
      valid('json', SaveMailSettings),
      async (c) => {
        const change = c.req.valid('json');
        const saved = await inWorkspace(db, c.get('workspaceId'), async (trx, here) => {
          await saveMailSettings(trx, here, change);
          return getMailSettings(trx, here);
        });
        return c.json(saved, 200);
      },
    )
    .post(
      '/v1/templates/:key/test',
      describes('Send a mail, as it is written now, to colleagues', z.array(TestSent)),
      valid('param', Key),
      valid('json', SendTest),
      async (c) =>
        c.json(await sendTest(services, c.get('workspaceId'), c.req.valid('param').key, c.req.valid('json')), 200),
    )
    .get(
      '/v1/templates/:key/tests',
      describes('The last tests of a template', z.array(TestSent)),
      valid('param', Key),
      async (c) => {
        const { key } = c.req.valid('param');
        return c.json(await inWorkspace(db, c.get('workspaceId'), (trx, here) => lastTests(trx, here, key)), 200);
      },
    );
};

import { AddWebhookSecret, FeedbackSettings } from '@tabiji/shared/api/feedback.ts';
import { Hono } from 'hono';
import { inWorkspace, type Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import { hookKey } from '../feedback/hook-key.ts';
import { addWebhookSecret, removeWebhookSecrets, webhookSecrets } from '../feedback/resend/secrets.sql.ts';
import type { Services } from '../services.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

/** How the workspace hears what became of its mails. */
export const feedbackRoutes = ({ db, config }: Services) => {
  const settings = async (trx: Trx, here: Here): Promise<FeedbackSettings> => ({
    resendUrl: `${config.url}/hooks/resend/${hookKey(here)}`,
    resendSecrets: (await webhookSecrets(trx, here)).length,
  });
  return new Hono<RouteEnv>()
    .get('/v1/feedback', describes('How providers tell what became of mails', FeedbackSettings), async (c) =>
      c.json(await inWorkspace(db, c.get('workspaceId'), settings), 200),
    )
    .post(
      '/v1/feedback/secrets',
      describes("Believe calls that are signed with this secret of Resend's webhook", FeedbackSettings),
      valid('json', AddWebhookSecret),
      async (c) => {
        const { secret } = c.req.valid('json');
        const now = await inWorkspace(db, c.get('workspaceId'), async (trx, here) => {
          await addWebhookSecret(trx, here, secret);
          return settings(trx, here);
        });
        return c.json(now, 200);
      },
    )
    .delete(
      '/v1/feedback/secrets',
      describes("Believe no call of Resend's webhook any more", FeedbackSettings),
      async (c) => {
        const now = await inWorkspace(db, c.get('workspaceId'), async (trx, here) => {
          await removeWebhookSecrets(trx, here);
          return settings(trx, here);
        });
        return c.json(now, 200);
      },
    );
};

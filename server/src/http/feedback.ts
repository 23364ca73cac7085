import {
  AddWebhookSecret,
  BounceAddressCheck,
  ChangeMeasures,
  CheckBounceAddress,
  FeedbackSettings,
} from '@tabiji/shared/api/feedback.ts';
import { Hono } from 'hono';
import { inWorkspace, type Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import { checkBounceAddress } from '../feedback/check-bounce-address.ts';
import { hookKey } from '../feedback/hook-key.sql.ts';
import { changeMeasures } from '../feedback/measures.sql.ts';
import { addWebhookSecret, countWebhookSecrets, removeWebhookSecrets } from '../feedback/resend/secrets.sql.ts';
import type { Services } from '../services.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

/** What the workspace's mails measure, and how it hears what became of them. */
export const feedbackRoutes = ({ db, config }: Services) => {
  const settings = async (trx: Trx, here: Here): Promise<FeedbackSettings> => ({
    ...here.tracking,
    bounceAddress: here.bounceAddress ?? null,
    resendUrl: `${config.url}/hooks/resend/${await hookKey(trx, here)}`,
    resendSecrets: await countWebhookSecrets(trx, here),
  });
  /** Changes something, then says how it is. */
  const change = async (workspaceId: number, by: (trx: Trx, here: Here) => Promise<void>) => {
    await inWorkspace(db, workspaceId, by);
    return inWorkspace(db, workspaceId, settings);
  };
  return new Hono<RouteEnv>()
    .get('/v1/feedback', describes('What mails measure and who tells of them', FeedbackSettings), async (c) =>
      c.json(await inWorkspace(db, c.get('workspaceId'), settings), 200),
    )
    .patch(
      '/v1/feedback',
      describes('Change what the mails measure that go from now on', FeedbackSettings),
      valid('json', ChangeMeasures),
      async (c) => {
        const wanted = c.req.valid('json');
        return c.json(await change(c.get('workspaceId'), (trx, here) => changeMeasures(trx, here, wanted)), 200);
      },
    )
    .post(
      '/v1/feedback/bounce-address',
      describes('Whether mails reach the domain of a bounce address', BounceAddressCheck),
      valid('json', CheckBounceAddress),
      async (c) => c.json(await checkBounceAddress(config, c.req.valid('json').address), 200),
    )
    .post(
      '/v1/feedback/secrets',
      describes("Believe calls that are signed with this secret of Resend's webhook", FeedbackSettings),
      valid('json', AddWebhookSecret),
      async (c) => {
        const { secret } = c.req.valid('json');
        return c.json(
          await change(c.get('workspaceId'), (trx, here) => addWebhookSecret(trx, here, { secret, config })),
          200,
        );
      },
    )
    .delete('/v1/feedback/secrets', describes("Believe no call of Resend's any more", FeedbackSettings), async (c) =>
      c.json(await change(c.get('workspaceId'), removeWebhookSecrets), 200),
    );
};

import { TemplateKey } from '@tabiji/shared/api/mail.ts';
import { AddSender, ChangeSender, SenderList, TemplateSender } from '@tabiji/shared/api/senders.ts';
import { SenderKey } from '@tabiji/shared/sending/sender.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Trx } from '../db/database.ts';
import { inWorkspace, type Here } from '../db/in-workspace.ts';
import { addSender, changeSender, chooseForTemplate } from '../senders/change-sender.ts';
import { listSenders } from '../senders/senders.sql.ts';
import { templateSenders } from '../templates/templates.sql.ts';
import { senderTroubles } from '../senders/troubles.sql.ts';
import { senderUses } from '../senders/uses.sql.ts';
import type { Services } from '../services.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

/** In whose names mails go. */
export const senderRoutes = ({ db, config }: Services) => {
  const list = async (trx: Trx, here: Here): Promise<SenderList> => {
    const uses = await senderUses(trx, here);
    const troubles = await senderTroubles(trx, here);
    const senders = (await listSenders(trx, here)).map(({ retiredAt, ...sender }) => ({
      ...sender,
      isDefault: sender.key === here.sender.key,
      retired: retiredAt !== null,
      trouble: troubles.get(sender.key) ?? null,
      uses: uses.get(sender.key) ?? [],
    }));
    const rank = ({ isDefault, retired }: (typeof senders)[number]) => (isDefault ? 0 : retired ? 2 : 1);
    return {
      senders: senders.toSorted((a, b) => rank(a) - rank(b)),
      providers: [
        ...(config.smtpUrl ? (['smtp'] as const) : []),
        ...(config.resendApiKey ? (['resend'] as const) : []),
      ],
      usual: here.provider,
    };
  };
  /** Changes something, then says how it is. */
  const change = async (workspaceId: number, by: (trx: Trx, here: Here) => Promise<void>) => {
    await inWorkspace(db, workspaceId, by);
    return inWorkspace(db, workspaceId, list);
  };
  return new Hono<RouteEnv>()
    .get('/v1/senders', describes('In whose names mails go, and where they are used', SenderList), async (c) =>
      c.json(await inWorkspace(db, c.get('workspaceId'), list), 200),
    )
    .post('/v1/senders', describes('Add a sender', SenderList), valid('json', AddSender), async (c) => {
      const wanted = c.req.valid('json');
      return c.json(await change(c.get('workspaceId'), (trx, here) => addSender(trx, here, wanted)), 200);
    })
    .get(
      '/v1/templates/:key/sender',
      describes('In whose name a mail goes where the step does not say', TemplateSender),
      valid('param', z.object({ key: TemplateKey })),
      async (c) => {
        const { key } = c.req.valid('param');
        const named = await inWorkspace(db, c.get('workspaceId'), (trx, here) => templateSenders(trx, here, [key]));
        return c.json({ sender: named[key] ?? null }, 200);
      },
    )
    .put(
      '/v1/templates/:key/sender',
      describes('Choose that sender; published versions keep theirs', TemplateSender),
      valid('param', z.object({ key: TemplateKey })),
      valid('json', TemplateSender),
      async (c) => {
        const { key } = c.req.valid('param');
        const wanted = c.req.valid('json');
        await inWorkspace(db, c.get('workspaceId'), (trx, here) => chooseForTemplate(trx, here, key, wanted.sender));
        return c.json(wanted, 200);
      },
    )
    .patch(
      '/v1/senders/:key',
      describes('Change a sender, make it the default one, retire it or bring it back', SenderList),
      valid('param', z.object({ key: SenderKey })),
      valid('json', ChangeSender),
      async (c) => {
        const { key } = c.req.valid('param');
        const wanted = c.req.valid('json');
        return c.json(await change(c.get('workspaceId'), (trx, here) => changeSender(trx, here, key, wanted)), 200);
      },
    );
};

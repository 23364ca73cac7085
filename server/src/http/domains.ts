import { AcceptFinding, Finding, SendingDomains } from '@tabiji/shared/api/domains.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { inWorkspace } from '../db/in-workspace.ts';
import { acceptFinding, takeBack } from '../domains/accept-finding.ts';
import { checkDomain } from '../domains/check-domains.ts';
import { listDomains, makeKey, removeKey } from '../domains/domains.ts';
import type { Services } from '../services.ts';
import { addressOf } from './address-of.ts';
import { personOf } from './person-of.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

const Domain = z.object({ domain: z.string().max(253).toLowerCase() });
const One = Domain.extend({ topic: Finding.shape.topic });

/** The domains that mails come from: what signs their mails, and what the DNS says of them. */
export const domainRoutes = (services: Services) => {
  const { db, config, ring } = services;
  const all = async (workspaceId: number): Promise<SendingDomains> => ({
    domains: await inWorkspace(db, workspaceId, (trx, here) => listDomains(trx, here, config)),
  });
  return new Hono<RouteEnv>()
    .get('/v1/domains', describes('Domains that mails come from', SendingDomains), async (c) =>
      c.json(await all(c.get('workspaceId')), 200),
    )
    .post(
      '/v1/domains/:domain/check',
      describes('Ask the DNS about a domain; keys that it shows sign from now on', SendingDomains),
      valid('param', Domain),
      async (c) => {
        await checkDomain(services, c.get('workspaceId'), c.req.valid('param').domain);
        ring(c.get('workspaceId')); // a sender that had stopped for it may go on
        return c.json(await all(c.get('workspaceId')), 200);
      },
    )
    .put(
      '/v1/domains/:domain/accepted/:topic',
      describes('Send to many all the same, although the DNS is not in order; who did and why is kept', SendingDomains),
      valid('param', One),
      valid('json', AcceptFinding),
      async (c) => {
        const { domain, topic } = c.req.valid('param');
        const { note } = c.req.valid('json');
        const by = personOf(c).person?.name || addressOf(c);
        await inWorkspace(db, c.get('workspaceId'), (trx, here) =>
          acceptFinding(trx, here, { domain, topic, by, note }),
        );
        ring(c.get('workspaceId'));
        return c.json(await all(c.get('workspaceId')), 200);
      },
    )
    .delete(
      '/v1/domains/:domain/accepted/:topic',
      describes('Hold to what the DNS says again', SendingDomains),
      valid('param', One),
      async (c) => {
        const { domain, topic } = c.req.valid('param');
        await inWorkspace(db, c.get('workspaceId'), (trx, here) => takeBack(trx, here, domain, topic));
        return c.json(await all(c.get('workspaceId')), 200);
      },
    )
    .post(
      '/v1/domains/:domain/keys',
      describes('Make a key that signs mails once the DNS shows it', SendingDomains),
      valid('param', Domain),
      async (c) => {
        await makeKey(services, c.get('workspaceId'), c.req.valid('param').domain);
        return c.json(await all(c.get('workspaceId')), 200);
      },
    )
    .delete(
      '/v1/domains/:domain/keys/:selector',
      describes('Forget a key that does not sign', SendingDomains),
      valid('param', Domain.extend({ selector: z.string().regex(/^[a-z0-9]{1,60}$/) })),
      async (c) => {
        const { domain, selector } = c.req.valid('param');
        await inWorkspace(db, c.get('workspaceId'), (trx, here) => removeKey(trx, here, domain, selector));
        return c.json(await all(c.get('workspaceId')), 200);
      },
    );
};

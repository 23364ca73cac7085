import {
  ReleaseAddress,
  SuppressAddresses,
  Suppressed,
  SuppressionPage,
  SuppressionQuery,
} from '@tabiji/shared/api/suppressions.ts';
import { type Context, Hono } from 'hono';
import { importSuppressions } from '../customers/suppression/import-list.ts';
import { listSuppressions } from '../customers/suppression/list.sql.ts';
import { releaseAddress } from '../customers/suppression/release.sql.ts';
import { suppress } from '../customers/suppression/suppressions.sql.ts';
import { inWorkspace } from '../db/in-workspace.ts';
import type { Services } from '../services.ts';
import { addressOf } from './address-of.ts';
import { personOf } from './person-of.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

/** Addresses that are not written to. */
export const suppressionRoutes = ({ db }: Services) =>
  new Hono<RouteEnv>()
    .get(
      '/v1/suppressions',
      describes('Addresses that are not written to, newest first', SuppressionPage),
      valid('query', SuppressionQuery),
      async (c) => {
        const query = c.req.valid('query');
        const page = await inWorkspace(db, c.get('workspaceId'), (trx, here) => listSuppressions(trx, here, query));
        return c.json(page, 200);
      },
    )
    .post(
      '/v1/suppressions',
      describes('Write to these addresses no more; effective within two seconds', Suppressed),
      valid('json', SuppressAddresses),
      async (c) => {
        const { addresses, reason, note } = c.req.valid('json');
        const rows = addresses.map((address) => ({ address, reason, note, actor: actorOf(c) }));
        const suppressed = await inWorkspace(db, c.get('workspaceId'), (trx, here) => suppress(trx, here, rows));
        return c.json({ suppressed, refused: [] }, 200);
      },
    )
    .post(
      '/v1/suppressions/import',
      describes('Take in a list (CSV) of old refusals and bounces', Suppressed),
      async (c) => {
        const file = c.req.raw.body ?? new ReadableStream<Uint8Array>({ start: (empty) => empty.close() });
        return c.json(await importSuppressions(db, c.get('workspaceId'), file, { actor: actorOf(c) }), 200);
      },
    )
    .post(
      '/v1/suppressions/release',
      describes('Let an address be written to again; the note is kept', SuppressionPage),
      valid('json', ReleaseAddress),
      async (c) => {
        const release = { ...c.req.valid('json'), actor: actorOf(c) };
        const page = await inWorkspace(db, c.get('workspaceId'), async (trx, here) => {
          await releaseAddress(trx, here, release);
          return listSuppressions(trx, here, { limit: 50 });
        });
        return c.json(page, 200);
      },
    );

const actorOf = (c: Context): string => personOf(c).person?.name || addressOf(c);

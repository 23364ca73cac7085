import { BegunFromGallery, GalleryJourney } from '@tabiji/shared/api/gallery.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { inWorkspace } from '../db/in-workspace.ts';
import { beginFromGallery } from '../gallery/begin.ts';
import { readJourneyGallery } from '../gallery/read-gallery.ts';
import type { Services } from '../services.ts';
import { languageOf } from './language.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

const Key = z.object({ key: z.string().min(1).max(100) });

/** Journeys to begin with, in the language the caller asks for. */
export const galleryRoutes = ({ db, config }: Services) =>
  new Hono<RouteEnv>()
    .get('/v1/gallery', describes('Finished journeys to begin with', z.array(GalleryJourney)), async (c) =>
      c.json(await readJourneyGallery(languageOf(c) ?? 'ja'), 200),
    )
    .post(
      '/v1/gallery/:key',
      describes('Begin a journey from the gallery', BegunFromGallery, 201),
      valid('param', Key),
      async (c) => {
        const { key } = c.req.valid('param');
        const locale = languageOf(c) ?? 'ja';
        const id = await inWorkspace(db, c.get('workspaceId'), (trx, here) =>
          beginFromGallery(trx, here, { key, locale, url: config.url }),
        );
        return c.json({ id }, 201);
      },
    );

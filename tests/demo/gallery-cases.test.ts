import { LOCALES } from '@tabiji/shared/locale.ts';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { besideOf, GALLERY, keyIn } from '@tabiji/server/gallery/read-gallery.ts';
import { galleryJourney } from '@tabiji/server/journeys/gallery.ts';
import { expectedOf } from '@tabiji/server/simulation/cases/expected.ts';
import { installGallery } from '@tabiji/server/templates/gallery.ts';
import { expect, test } from 'vitest';
import { createWorld } from '../support/world.ts';
import { tryOut } from '../time-machine/try-out.ts';

/** Every sample of the gallery goes where its file says, day by day, as POST /v1/simulate shows it. */
test.each(GALLERY.flatMap((key) => LOCALES.map((locale) => keyIn(key, locale))))(
  'the samples of %s go where they are expected to go',
  async (key) => {
    await using world = await createWorld();
    const { db, config } = world.services;
    await inWorkspace(db, world.workspaceId, (trx, here) => installGallery(trx, here, config.url));
    const graph = await galleryJourney(key);
    const { cases } = await besideOf(key);
    for (const { name, setup, expected } of cases) {
      const trace = await tryOut(world, { ...setup, graph });
      expect(trace.problems, name).toEqual([]);
      expect(expectedOf(trace), name).toEqual(expected);
    }
  },
);

import { AppError } from '@tabiji/shared/errors.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import { galleryJourney } from '../journeys/gallery.ts';
import { insertJourney } from '../journeys/journeys.sql.ts';
import { installGallery } from '../templates/gallery.ts';
import { GALLERY, keyIn } from './read-gallery.ts';

/**
 * Makes a draft of a journey of the gallery, with the mails it needs; mails that are there stay as they are.
 * @param from.url where mail programs reach this server
 */
export async function beginFromGallery(
  trx: Trx,
  here: Here,
  { key, locale, url }: { key: string; locale: Locale; url: string },
): Promise<number> {
  const known = GALLERY.find((each) => each === key);
  if (!known) throw new AppError('not_found', `There is no journey ${key} in the gallery.`);
  await installGallery(trx, here, url);
  return insertJourney(trx, here, await galleryJourney(keyIn(known, locale)));
}

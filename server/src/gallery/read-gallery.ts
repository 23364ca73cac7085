import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { GalleryJourney } from '@tabiji/shared/api/gallery.ts';
import { CaseSetup, ExpectedStep } from '@tabiji/shared/api/journey-cases.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import { openNode } from '@tabiji/shared/nodes/registry.ts';
import { z } from 'zod';
import { galleryJourney } from '../journeys/gallery.ts';
import { readGallery as readMails } from '../templates/gallery.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../templates/gallery');

/** The journeys in the order in which a shop meets their occasions. */
export const GALLERY = [
  'trial-to-regular',
  'second-order',
  'cross-sell',
  'up-sell',
  'one-time-win-back',
  'regular-win-back',
  'welcome-back',
  'monthly-letters',
  'recommendation',
  'birthday',
  'salon',
  'b2b-onboarding',
] as const;

/** What stands beside a journey: templates/gallery/<key>.json. `expected` is what its cases must show. */
const Beside = z.strictObject({
  number: z.string(),
  about: z.string(),
  hint: z.string().nullable(),
  sample: z.string(),
  cases: z.array(z.strictObject({ name: z.string(), setup: CaseSetup, expected: z.array(ExpectedStep).min(1) })).min(1),
});
export type Beside = z.infer<typeof Beside>;

/** The key under which a journey is kept in a language. */
export const keyIn = (key: string, locale: Locale): string => (locale === 'ja' ? key : `${key}-en`);

/** What stands beside a journey, by its key in a language. */
export async function besideOf(key: string): Promise<Beside> {
  return Beside.parse(JSON.parse(await readFile(path.join(FOLDER, `${key}.json`), 'utf8')));
}

/** All journeys of the gallery in a language. */
export async function readJourneyGallery(locale: Locale): Promise<GalleryJourney[]> {
  const mails = new Map((await readMails()).flatMap((mail) => (mail.language === locale ? [[mail.key, mail]] : [])));
  return Promise.all(
    GALLERY.map(async (key) => {
      const graph = await galleryJourney(keyIn(key, locale));
      const { about, hint, sample, cases } = await besideOf(keyIn(key, locale));
      const toWrite = templatesOf(graph).flatMap((template) => {
        const mail = mails.get(template);
        return mail?.mjml.includes('【') ? [mail.name[locale]] : [];
      });
      return {
        key,
        graph,
        about,
        hint,
        toWrite,
        sample,
        cases: cases.map(({ name, setup }) => ({ name, setup, graph })),
      };
    }),
  );
}

/** Keys of the mails that a journey sends. */
const templatesOf = (graph: JourneyGraph): string[] => [
  ...new Set(
    Object.values(graph.nodes).flatMap((node) => {
      const opened = openNode(node);
      return opened.ok ? (opened.definition.templates?.(opened.config) ?? []) : [];
    }),
  ),
];

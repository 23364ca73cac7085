import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Locale, LOCALES } from '@tabiji/shared/locale.ts';
import { z } from 'zod';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import { insertImage } from '../images/images.sql.ts';
import { type Picture, picturesIn, picturesNamed, withPictures } from './pictures.ts';
import { placeholders } from './placeholders.ts';
import { addTemplate } from './templates.sql.ts';

const require = createRequire(import.meta.url);
const FOLDER = path.dirname(require.resolve('@tabiji/templates/mail/layout.mjml'));

const Words = z.strictObject({ ja: z.string(), en: z.string() });
const Layout = z.strictObject({ footer: Words, leading: Words });
const Lines = z.strictObject({
  subject: z.string(),
  preview: z.string().describe('what lists of mails show after the subject'),
});
const Description = z.strictObject({ name: Words, ja: Lines, en: Lines });

/** A finished mail in one of its languages. */
export interface GalleryTemplate {
  key: string;
  language: Locale;
  name: z.infer<typeof Words>;
  subject: string;
  /** Complete: the layout around the template's own sections. Its pictures are addressed as `picture:…`. */
  mjml: string;
  pictures: readonly Picture[];
}

const readLayout = async () => Layout.parse(JSON.parse(await readFile(path.join(FOLDER, 'layout.json'), 'utf8')));

/** What stands at the end of the gallery's mails: who writes, where, and how to stop it. */
export const readFooter = async (locale: Locale): Promise<string> => (await readLayout()).footer[locale];

/** The finished mails of templates/mail by key, each in every language. */
export async function readGallery(): Promise<GalleryTemplate[]> {
  const layout = await readFile(path.join(FOLDER, 'layout.mjml'), 'utf8');
  const { footer, leading } = await readLayout();
  const entries = await readdir(FOLDER, { withFileTypes: true });
  const keys = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const mails = await Promise.all(
    keys.toSorted().map(async (key) => {
      const read = (file: string) => readFile(path.join(FOLDER, key, file), 'utf8');
      const { name, ...lines } = Description.parse(JSON.parse(await read('template.json')));
      return Promise.all(
        LOCALES.map(async (lang): Promise<GalleryTemplate> => {
          const { subject, preview } = lines[lang];
          const sections = indented(await read(`${lang}.mjml`));
          const parts = { lang, preview, footer: footer[lang], leading: leading[lang], sections };
          const pictures = await picturesIn(sections, path.join(FOLDER, key));
          return { key, language: lang, name, subject, mjml: fill(layout, parts), pictures };
        }),
      );
    }),
  );
  return mails.flat();
}

/**
 * Puts the gallery's mails into a workspace, with their pictures; those whose key is there already stay as they are.
 * Their main language is the workspace's. Another language comes along where it is finished: what has to be written
 * should be written once.
 * @param url where mail programs reach this server
 */
export async function installGallery(trx: Trx, here: Here, url: string): Promise<void> {
  const mails = await readGallery();
  for (const { key, name, language, pictures, ...words } of mails) {
    if (language !== here.locale) continue;
    const ids = picturesNamed(here.id, pictures);
    const placed = ({ subject, mjml }: Pick<GalleryTemplate, 'subject' | 'mjml'>) => ({
      subject,
      mjml: withPictures(mjml, ids, url),
    });
    const others = mails.filter((one) => one.key === key && one.language !== language && !placeholders(one).length);
    const variants = Object.fromEntries(others.map((one) => [one.language, placed(one)]));
    const isNew = await addTemplate(trx, here, { key, name: name[here.locale], ...placed(words), language, variants });
    if (isNew)
      for (const [at, { name: of, alt, image }] of pictures.entries())
        await insertImage(trx, here, { ...image, id: ids.get(of)!, name: `${name[here.locale]} ${at + 1}`, alt });
  }
}

const fill = (layout: string, { sections, ...parts }: Record<string, string>): string =>
  Object.entries(parts).reduce(
    (mjml, [name, text]) => mjml.replaceAll(`{${name}}`, () => text),
    layout.replace('<!-- sections -->', () => sections ?? ''),
  );

const indented = (sections: string): string => sections.trimEnd().replace(/\n(?=.)/g, '\n    ');

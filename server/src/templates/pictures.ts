import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { newImageId } from '../images/image-id.ts';
import type { Shrunk } from '../images/shrink.ts';

/** A drawing that a mail of the gallery shows, and what it says to those who do not see it. */
export interface Picture {
  name: string;
  alt: string;
  image: Shrunk;
}

const SHOWN = /src="picture:([\w-]+)" alt="([^"]*)"/g;

const drawn = new Map<string, Promise<Shrunk>>();

/** The drawings that a mail names as `src="picture:…"`, from the SVG files beside it. */
export const picturesIn = (mjml: string, folder: string): Promise<Picture[]> =>
  Promise.all(
    [...mjml.matchAll(SHOWN)].map(async ([, name = '', alt = '']) => {
      const file = path.join(folder, `${name}.svg`);
      const image = drawn.get(file) ?? draw(file);
      drawn.set(file, image);
      return { name, alt, image: await image };
    }),
  );

/** Names of pictures for a workspace, by the names in the mail. */
export const picturesNamed = (workspaceId: number, pictures: readonly Picture[]): Map<string, string> =>
  new Map(pictures.map(({ name, image }) => [name, newImageId(workspaceId, image.type)]));

/** The mail with the addresses of its pictures; `url`: where mail programs reach this server. */
export const withPictures = (mjml: string, ids: ReadonlyMap<string, string>, url: string): string =>
  mjml.replaceAll(SHOWN, (whole, name: string) => {
    const id = ids.get(name);
    return id === undefined ? whole : whole.replace(`picture:${name}`, `${url}/i/${id}`);
  });

/** SVG as PNG, which every mail program shows; a few colours are enough for drawings. */
async function draw(file: string): Promise<Shrunk> {
  const { default: sharp } = await import('sharp');
  const { data, info } = await sharp(await readFile(file))
    .png({ palette: true, colours: 64, compressionLevel: 9, effort: 10 })
    .toBuffer({ resolveWithObject: true });
  return { type: 'image/png', content: data, width: info.width, height: info.height };
}

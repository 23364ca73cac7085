import { DEMO_SEGMENTS } from '@tabiji/server/demo/segments.ts';
import { galleryJourney } from '@tabiji/server/journeys/gallery.ts';
import { problemsOf } from '@tabiji/shared/journey/problems.ts';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = path.resolve(import.meta.dirname, '../../templates');
const keys = readdirSync(path.join(folder, 'journeys')).map((file) => path.basename(file, '.json'));
const mails = readdirSync(path.join(folder, 'mail')).filter((name) =>
  existsSync(path.join(folder, 'mail', name, 'ja.mjml')),
);
const around = { templates: new Set(mails), segments: new Set(DEMO_SEGMENTS.map(({ key }) => key)) };

describe.each(keys)('the gallery journey %s', (key) => {
  test('can be published as it is', async () => {
    const graph = await galleryJourney(key);
    expect(problemsOf(graph, around)).toEqual([]);
  });

  test('is drawn alike in both languages', async () => {
    const shape = async (name: string) =>
      Object.entries((await galleryJourney(name)).nodes).map(([id, { type, next }]) => ({ id, type, next }));
    expect(await shape(`${key.replace(/-en$/, '')}-en`)).toEqual(await shape(key.replace(/-en$/, '')));
  });
});

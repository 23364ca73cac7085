import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { JourneyGraph } from '@tabiji/shared/journey/graph.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../templates/journeys');

/** A journey of the gallery by its key, for example `win-back-dormant`, or `win-back-dormant-en` for English readers. */
export async function galleryJourney(key: string): Promise<JourneyGraph> {
  const text = await readFile(path.join(FOLDER, `${key}.json`), 'utf8');
  return JourneyGraph.parse(JSON.parse(text));
}

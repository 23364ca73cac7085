import { readFile } from 'node:fs/promises';
import { AppError } from '@tabiji/shared/errors.ts';
import { readJourneyFile, type OpenedFile } from '@tabiji/shared/journey/file/journey-file.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';
import { getJourney } from '../../journeys/journeys.sql.ts';
import { getVersionDetail } from '../../journeys/versions/version-rows.sql.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';

/** A journey as a command names it: `12` (its draft), `12@3` (a version), `12@live`; anything else is a file. */
export type Side = { file: string } | { id: number; version?: number | 'live' };

export function sideOf(text: string): Side {
  const named = /^(\d+)(?:@(\d+|live|draft))?$/.exec(text);
  if (!named) return { file: text };
  const [, id, version] = named;
  if (version === undefined || version === 'draft') return { id: Number(id) };
  return { id: Number(id), version: version === 'live' ? 'live' : Number(version) };
}

/** @throws AppError naming the file and what is wrong with it */
export async function openFile(file: string): Promise<OpenedFile> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new AppError('not_found', `There is no file "${file}" that can be read.`, { cause });
  });
  const read = readJourneyFile(text);
  if (read.ok) return read;
  const what =
    read.because === 'noJson'
      ? `${file} is not JSON: ${read.detail}`
      : `${file} is not a journey:\n  ${read.detail.replaceAll('\n', '\n  ')}`;
  throw new AppError('invalid', what);
}

/** @throws AppError `not_found` */
export async function graphOf(trx: Trx, here: Here, side: Extract<Side, { id: number }>): Promise<JourneyGraph> {
  const journey = await getJourney(trx, here.id, side.id);
  if (side.version === undefined) return journey.draft;
  const version = side.version === 'live' ? journey.version : side.version;
  if (version === null) throw new AppError('not_found', `Journey ${side.id} has not been published yet.`);
  return (await getVersionDetail(trx, here, side.id, version)).graph;
}

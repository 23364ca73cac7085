import { AppError } from '@tabiji/shared/errors.ts';
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Config } from '../config.ts';

const folderOf = (config: Config) => path.join(config.dataDir, 'uploads');

/** Where the file of an import lies until the import has ended. */
export const uploadPath = (config: Config, workspaceId: number, importId: number): string =>
  path.join(folderOf(config), `${workspaceId}-${importId}`);

export const hasUpload = (config: Config, workspaceId: number, importId: number): Promise<boolean> =>
  access(uploadPath(config, workspaceId, importId)).then(
    () => true,
    () => false,
  );

export const removeUpload = (config: Config, workspaceId: number, importId: number): Promise<void> =>
  rm(uploadPath(config, workspaceId, importId), { force: true });

const DAY = 24 * 3_600_000;

/** Removes what uploads left that a dying process could not tidy up. */
export async function removeAbandoned(config: Config): Promise<void> {
  const folder = folderOf(config);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    const isOld = async () => (await stat(file)).mtimeMs < performance.timeOrigin - DAY;
    if (name.endsWith('.part') && (await isOld())) await rm(file, { force: true });
  }
}

export interface Received {
  path: string;
  size: number;
  /** Removes the file, unless it has been moved to its place. */
  [Symbol.asyncDispose]: () => Promise<void>;
}

/**
 * Writes what is sent to a file, as fast as the disk takes it; what is cut off or too large leaves nothing behind.
 * @throws AppError `too_large` beyond the limit, `invalid` when nothing came or the sender went away, `unavailable`
 *   when the disk is full
 */
export async function receiveUpload(config: Config, body: ReadableStream<Uint8Array> | null): Promise<Received> {
  if (body === null) throw new AppError('invalid', 'The request has no body. Send the file as its body.');
  await mkdir(folderOf(config), { recursive: true, mode: 0o700 });
  const file = path.join(folderOf(config), `${randomUUID()}.part`);
  let size = 0;
  async function* limited(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      size += piece.length;
      if (size > config.uploadLimit) throw tooLarge(config.uploadLimit);
      yield piece;
    }
  }
  try {
    await pipeline(Readable.fromWeb(body), limited, createWriteStream(file, { mode: 0o600 }));
    await flushed(file);
  } catch (error) {
    await rm(file, { force: true });
    throw explained(error);
  }
  return { path: file, size, [Symbol.asyncDispose]: () => rm(file, { force: true }) };
}

async function flushed(file: string): Promise<void> {
  await using handle = await open(file, 'r+');
  await handle.sync();
}

const tooLarge = (limit: number) =>
  new AppError(
    'too_large',
    `The file is larger than ${Math.floor(limit / 1024 / 1024)} MB. Split it, raise TABIJI_UPLOAD_MB, or use "pnpm tabiji import".`,
  );

function explained(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new AppError('unavailable', 'There is no space left on the server for this file.', { cause: error });
  }
  if (error.name === 'AbortError' || code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE') {
    return new AppError('invalid', 'The upload was cut off; nothing was imported. Send the file again.', {
      cause: error,
    });
  }
  return error;
}

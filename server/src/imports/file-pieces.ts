import { AppError } from '@tabiji/shared/errors.ts';
import { open } from 'node:fs/promises';

/**
 * The bytes of a file, opened when they are asked for.
 * @throws AppError `not_found` when there is no such file, `invalid` when it cannot be read
 */
export async function* filePieces(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new AppError('not_found', `There is no file ${path}.`, { cause: error });
    if (error.code === 'EACCES') throw new AppError('invalid', `The file ${path} may not be read.`, { cause: error });
    throw error;
  });
  try {
    if (!(await file.stat()).isFile()) throw new AppError('invalid', `${path} is not a file.`);
    yield* file.createReadStream({ autoClose: false });
  } finally {
    await file.close();
  }
}

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from './config.ts';

/** What secrets in the database are locked with; it is kept beside the database, never in it. */
type Settings = Pick<Config, 'sealKey' | 'dataDir'>;

const FILE = 'seal.key';
const VERSION = '1';

/** A secret that cannot be read with this server's key. */
export class SealError extends Error {
  override name = 'SealError';
}

/**
 * Locks a secret (AES-256-GCM). Where no key is set, one is made and kept in a file that its owner alone may read.
 * @param purpose what the secret is for: it opens for nothing else
 */
export async function seal(settings: Settings, purpose: string, secret: string): Promise<string> {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await keyOf(settings, { make: true }), iv);
  cipher.setAAD(Buffer.from(purpose));
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return [VERSION, ...[iv, cipher.getAuthTag(), text].map((part) => part.toString('base64url'))].join('.');
}

/** @throws SealError for what was sealed with another key, for another purpose, or changed since */
export async function unseal(settings: Settings, purpose: string, sealed: string): Promise<string> {
  const [version, iv = '', tag = '', text = ''] = sealed.split('.');
  const key = await keyOf(settings, { make: false });
  try {
    if (version !== VERSION) throw new Error(`version ${version}`);
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(purpose));
    decipher.setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8');
  } catch (error) {
    throw new SealError(
      `A secret in the database cannot be opened with this server's key. Start with the TABIJI_KEY, or the ${FILE} in TABIJI_DATA, that it was kept with.`,
      { cause: error },
    );
  }
}

/** Whether there is a key already that secrets can be locked with. */
export const hasSealKey = async ({ sealKey, dataDir }: Settings): Promise<boolean> =>
  sealKey !== undefined || (await read(path.join(dataDir, FILE))) !== undefined;

async function keyOf({ sealKey, dataDir }: Settings, { make }: { make: boolean }): Promise<Buffer> {
  if (sealKey !== undefined) return sealKey;
  const file = path.join(dataDir, FILE);
  const kept = await read(file);
  if (kept) return kept;
  if (!make) throw new SealError(`There is no TABIJI_KEY and no ${file}: secrets in the database cannot be opened.`);
  await mkdir(dataDir, { recursive: true });
  await writeFile(file, randomBytes(32), { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // another process was faster
  });
  return (await read(file))!;
}

const read = (file: string): Promise<Buffer | undefined> =>
  readFile(file).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });

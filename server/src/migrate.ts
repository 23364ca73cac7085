import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const index = path.resolve(import.meta.dirname, '../../migrations/index.ts');

/** Brings the database at `url` to the newest schema. */
export async function migrate(url: string): Promise<void> {
  if (!existsSync(index)) return;
  const migrations = (await import(pathToFileURL(index).href)) as { migrate: (url: string) => Promise<void> };
  await migrations.migrate(url);
}

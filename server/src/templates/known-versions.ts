import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import type { CompiledTemplate } from './render-liquid.ts';
import { loadVersions } from './templates.sql.ts';

const MOST_KEPT = 200;
/** By database (tests run several in one process), then by workspace and version. */
const kept = new WeakMap<object, Map<string, CompiledTemplate>>();

/** Compiled templates by version id. What a version says never changes, so a process reads it once. */
export async function knownVersions(
  trx: Trx,
  here: Here,
  ids: readonly number[],
): Promise<Map<number, CompiledTemplate>> {
  const cache = cacheOf(trx.getExecutor().adapter);
  const nameOf = (id: number) => `${here.id}.${id}`;
  const missing = ids.filter((id) => !cache.has(nameOf(id)));
  for (const [id, template] of await loadVersions(trx, here, missing)) cache.set(nameOf(id), template);
  const found = ids.flatMap((id) => {
    const template = cache.get(nameOf(id));
    return template ? [[id, template] as const] : [];
  });
  for (const oldest of cache.keys()) {
    if (cache.size <= MOST_KEPT) break;
    cache.delete(oldest);
  }
  return new Map(found);
}

function cacheOf(origin: object): Map<string, CompiledTemplate> {
  const cache = kept.get(origin) ?? new Map<string, CompiledTemplate>();
  kept.set(origin, cache);
  return cache;
}

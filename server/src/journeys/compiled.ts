import { compileGraph, type CompiledGraph } from '@tabiji/shared/engine/compile.ts';
import type { Store } from '../engine/store.ts';

/** A published version, ready to run. Immutable, so a process opens it once. */
export interface Version {
  journeyId: number;
  version: number;
  graph: CompiledGraph;
  /** Template key → pinned template version; empty in scratch workspaces. */
  templates: Readonly<Record<string, number>>;
  /** Template key → the sender that the template names; most name none. */
  senders?: Readonly<Record<string, string>> | undefined;
}

export interface VersionKey {
  journey: number;
  version: number;
}

const MOST_KEPT = 2000;
/** By database (tests run several in one process), then by workspace, journey and version. */
const kept = new WeakMap<object, Map<string, Version>>();

export const versionName = ({ journey, version }: VersionKey): string => `${journey}.${version}`;

/** Compiled versions, by `versionName`. */
export async function compiledVersions(
  { origin, setup }: Pick<Store, 'origin' | 'setup'>,
  workspaceId: number,
  wanted: readonly VersionKey[],
): Promise<Map<string, Version>> {
  const cache = cacheOf(origin);
  const found = new Map<string, Version>();
  const missing = new Map<string, VersionKey>();
  for (const key of wanted) {
    const known = cache.get(`${workspaceId}.${versionName(key)}`);
    if (known) found.set(versionName(key), known);
    else missing.set(versionName(key), key);
  }
  const opening = missing.size === 0 ? [] : await setup.versions([...missing.values()]);
  for (const row of opening) {
    const name = versionName({ journey: row.journey_id, version: row.version });
    const opened = {
      journeyId: row.journey_id,
      version: row.version,
      graph: compileGraph(row.graph),
      templates: row.templates,
      senders: row.senders,
    };
    cache.set(`${workspaceId}.${name}`, opened);
    found.set(name, opened);
  }
  for (const oldest of cache.keys()) {
    if (cache.size <= MOST_KEPT) break;
    cache.delete(oldest);
  }
  // In the order asked for, whatever was known already: what follows from it is the same in every process.
  const names = [...new Set(wanted.map(versionName))];
  return new Map(names.flatMap((name) => (found.has(name) ? [[name, found.get(name)!] as const] : [])));
}

/** Lets `compiledVersions` find a version that has been opened already, perhaps by a definition of one's own. */
export const keepCompiled = (origin: object, workspaceId: number, version: Version): void =>
  void cacheOf(origin).set(
    `${workspaceId}.${versionName({ journey: version.journeyId, version: version.version })}`,
    version,
  );

function cacheOf(origin: object): Map<string, Version> {
  const cache = kept.get(origin) ?? new Map<string, Version>();
  kept.set(origin, cache);
  return cache;
}

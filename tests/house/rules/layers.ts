import { importsOf, isCode, isTest, packageOf, targetOf, type Finding, type SourceFile } from '../source-files.ts';

const OURS = ['shared', 'server', 'editor', 'migrations', 'templates', 'tests'];

/** Which of our packages each may import. Tests may import everything. */
const mayImport: Record<string, string[]> = {
  shared: [],
  migrations: [],
  templates: ['shared'],
  server: ['shared', 'migrations', 'templates'],
  editor: ['shared'],
};

/** Folders of server/src that only the outermost layer and the composition root may import. */
const OUTER = ['http', 'jobs', 'cli', 'start'];

/** shared ← server, shared ← editor; inside the server http, jobs, cli → engine and domains → db. */
export function layers(files: SourceFile[]): Finding[] {
  return files
    .filter((file) => isCode(file) && !isTest(file))
    .flatMap((file) => importsOf(file).map((imported) => ({ path: file.path, message: broken(file, imported) })))
    .flatMap(({ path, message }) => (message === undefined ? [] : [{ path, message }]));
}

function broken(file: SourceFile, { from, typeOnly }: { from: string; typeOnly: boolean }): string | undefined {
  const own = file.path.split('/')[0] ?? '';
  const allowed = mayImport[own];
  if (allowed === undefined) return undefined;
  const target = from.startsWith('.') ? targetOf(file, from) : from.replace(/^@tabiji\//, '');
  const isOurs = from.startsWith('.') || from.startsWith('@tabiji/');
  const other = target.split('/')[0] ?? '';
  if (isOurs && OURS.includes(other) && other !== own && !allowed.includes(other)) {
    const isApiType = own === 'editor' && other === 'server' && typeOnly && target.startsWith('server/http/');
    if (!isApiType) return `imports ${from}: ${own} may import ${allowed.join(', ') || 'none of our packages'} only`;
  }
  if (own === 'shared') return sharedBreaks(file, from);
  if (isEngineLogic(file.path) && !typeOnly) {
    const message = logicBreaks(from);
    if (message !== undefined) return message;
  }
  if (own === 'server' && from.startsWith('.')) return serverBreaks(file.path, target);
  return undefined;
}

/** What runs over any store: the simulation runs it over memory. */
const isEngineLogic = (path: string) =>
  /^server\/src\/(engine|events|orders)\/|^server\/src\/messages\/[\w-]+\.ts$|^server\/src\/segments\/move\.ts$|^server\/src\/journeys\/compiled\.ts$/.test(
    path,
  ) && !/\.sql\.ts$|\/pg-store\.ts$/.test(path);

function logicBreaks(from: string): string | undefined {
  const isDatabase = /^(pg|kysely)$|\.sql\.ts$|\/db\/|\/pg-store\.ts$/.test(from);
  if (!isDatabase && !from.startsWith('node:')) return undefined;
  return `imports ${from}: the engine's logic knows the store (engine/store.ts), hash.ts and clock.ts; types may come from anywhere`;
}

function sharedBreaks(file: SourceFile, from: string): string | undefined {
  const isView = /(^|\/)(define-)?views?\.tsx?$/.test(file.path) || file.path.endsWith('.tsx');
  if (isView || from.startsWith('.') || from.startsWith('@tabiji/')) return undefined;
  if (['zod', 'temporal-polyfill', 'croner'].includes(packageOf(from) ?? '')) return undefined;
  return `imports ${from}: shared runs on both sides and knows zod, temporal-polyfill and croner only`;
}

function serverBreaks(file: string, target: string): string | undefined {
  const folderOf = (name: string) => /^server\/src\/([\w-]+)\//.exec(name)?.[1];
  const own = folderOf(file);
  const other = folderOf(target);
  if (own === undefined || other === undefined || own === other) return undefined;
  if (own === 'db') return `imports ${target}: db knows none of the folders that use it`;
  if (OUTER.includes(other) && !OUTER.includes(own)) return `imports ${target}: ${own} lies below ${other}`;
  return undefined;
}

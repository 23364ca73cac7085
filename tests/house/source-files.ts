import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface SourceFile {
  /** Relative to the repository, with forward slashes. */
  path: string;
  text: string;
}

/** One broken rule: where, and what to do instead. */
export interface Finding {
  path: string;
  message: string;
}

const repository = path.resolve(import.meta.dirname, '../..');
const SKIPPED = new Set(['node_modules', 'dist', 'data', '.git', 'artifacts']);
const READ = /\.(tsx?|css|sql|md|json|ya?ml|html|mjml|txt|svg)$/;

/** Every file of the repository that people write. */
export function listFiles(folder = repository): SourceFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : listFiles(file);
    if (!READ.test(entry.name) && !file.endsWith('.ci/run')) return [];
    return [{ path: path.relative(repository, file).replaceAll('\\', '/'), text: readFileSync(file, 'utf8') }];
  });
}

export const isCode = ({ path: file }: SourceFile) => /\.tsx?$/.test(file);
export const isTest = ({ path: file }: SourceFile) => file.startsWith('tests/') || /\.test\.tsx?$/.test(file);

export interface Import {
  from: string;
  /** `import type …`: gone at run time. */
  typeOnly: boolean;
}

/** What a file imports, statically or not. */
export function importsOf({ text }: SourceFile): Import[] {
  const statements = text.matchAll(/^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm);
  const dynamic = text.matchAll(/\bimport\(\s*'([^']+)'/g);
  return [
    ...[...statements].map(([, type, from]) => ({ from: from ?? '', typeOnly: type !== undefined })),
    ...[...dynamic].map(([, from]) => ({ from: from ?? '', typeOnly: false })),
  ];
}

/** The name of the package an import takes from; undefined for relative imports. */
export function packageOf(from: string): string | undefined {
  if (from.startsWith('.')) return undefined;
  return from.startsWith('@') ? from.split('/').slice(0, 2).join('/') : from.split('/')[0];
}

/** The file a relative import names, relative to the repository. */
export const targetOf = (file: SourceFile, from: string) =>
  path.posix.normalize(path.posix.join(path.posix.dirname(file.path), from));

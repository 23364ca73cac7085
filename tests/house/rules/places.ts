import type { Finding, SourceFile } from '../source-files.ts';

/** Folders that exist on one machine only. Written apart, so that this file does not find itself. */
const machinePath = new RegExp(
  `(^|[\\s"'\`(=:])/(${['home', 'root', 'tmp', 'Users', 'work', 'mnt'].join('|')})/[\\w.-]`,
  'm',
);
const registry = /registry[.]npmjs|tarball[:] http/;
const marker = new RegExp(`\\b(${['TO', 'FIX'].join('DO|')}ME)\\b|@ts-(ignore|nocheck)`);

/** Nothing that holds on one machine only, and nothing left for later. */
export function places(files: SourceFile[]): Finding[] {
  return files.flatMap(({ path, text }) => [
    ...(machinePath.test(text)
      ? [{ path, message: `names a folder of one machine: ${machinePath.exec(text)?.[0].trim()}` }]
      : []),
    ...(registry.test(text) ? [{ path, message: 'names the host of a package registry' }] : []),
    ...(/\.tsx?$/.test(path) && marker.test(text)
      ? [{ path, message: `says ${marker.exec(text)?.[0]}; do it or drop it` }]
      : []),
  ]);
}

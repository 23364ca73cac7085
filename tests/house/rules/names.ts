import { isCode, type Finding, type SourceFile } from '../source-files.ts';

/** Words that say nothing about what is inside. */
const EMPTY_NAMES =
  /^(utils?|common|helpers?|managers?|service|misc|index)\.tsx?$|(^|[-.])(utils?|helpers?|manager)\.tsx?$/;

/** The package's one entrance. */
const ENTRANCES = ['migrations/index.ts'];

/** Names say what a file is for: kebab-case, components in PascalCase, no drawers for everything. */
export function names(files: SourceFile[]): Finding[] {
  return files.filter(isCode).flatMap(({ path }) => {
    const name = path.split('/').at(-1) ?? '';
    if (EMPTY_NAMES.test(name) && !ENTRANCES.includes(path)) {
      return [{ path, message: 'is named for nothing in particular; name it for what it does' }];
    }
    const wanted = name.endsWith('.tsx')
      ? /^([A-Z][A-Za-z0-9]*|[a-z][a-z0-9-]*)(\.[a-z-]+)*\.tsx$/
      : /^[a-z0-9-]+(\.[a-z0-9-]+)*\.ts$/;
    return wanted.test(name) ? [] : [{ path, message: 'is not named in kebab-case (components: PascalCase)' }];
  });
}

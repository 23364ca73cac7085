import { importsOf, isCode, isTest, packageOf, type Finding, type SourceFile } from '../source-files.ts';

/** Packages that one place wraps for all others. */
const packages: [name: RegExp, home: RegExp, said: string][] = [
  [/^pg-boss$/, /^(server\/src\/queue|migrations)\//, 'server/src/queue/'],
  [/^(nodemailer|resend)$/, /^server\/src\/messages\/providers\//, 'server/src/messages/providers/'],
  [/^imapflow$/, /^server\/src\/mailbox\//, 'server/src/mailbox/'],
  [/^@xyflow\/react$/, /^editor\/src\/.*\bcanvas\b/i, "the editor's canvas files"],
  [
    /^(hono|@hono\/.*|hono-openapi)$/,
    /^(server\/src\/http|editor\/src\/api)\//,
    'server/src/http/ (and editor/src/api/)',
  ],
];

/** Things of the language and of SQL that have one home. */
const uses: [what: string, pattern: RegExp, inside: RegExp, home: RegExp, said: string][] = [
  [
    'process.env',
    /\bprocess\.env\b/,
    /^(server|shared|templates|migrations)\//,
    /^server\/src\/config\.ts$/,
    'server/src/config.ts',
  ],
  [
    'the system clock',
    /\bDate\.now\(|\bnew Date\(\)|\bTemporal\.Now\b/,
    /^(server|shared)\//,
    /^server\/src\/clock\.ts$/,
    'server/src/clock.ts; pass `now` down',
  ],
  [
    'SQL',
    /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bsql(<[^`]*>)?`/,
    /^server\//,
    /(\.sql\.ts$|^server\/src\/segments\/to-sql\.ts$|^server\/src\/db\/)/,
    'a *.sql.ts file',
  ],
];

const isOurCode = (file: SourceFile) => isCode(file) && !isTest(file) && !file.path.startsWith('.');

/** Every package, clock, environment and SQL that has a home is used there only. */
export function oneImporter(files: SourceFile[]): Finding[] {
  return files.filter(isOurCode).flatMap((file) => [...foreignPackages(file), ...foreignUses(file)]);
}

function foreignPackages(file: SourceFile): Finding[] {
  const names = new Set(importsOf(file).map(({ from }) => packageOf(from) ?? ''));
  return packages.flatMap(([pattern, home, said]) => {
    const imported = [...names].find((name) => pattern.test(name));
    if (imported === undefined || home.test(file.path)) return [];
    return [{ path: file.path, message: `imports ${imported}, which belongs into ${said}` }];
  });
}

const foreignUses = (file: SourceFile): Finding[] =>
  uses
    .filter(([, pattern, inside, home]) => inside.test(file.path) && !home.test(file.path) && pattern.test(code(file)))
    .map(([what, , , , said]) => ({ path: file.path, message: `uses ${what}, which belongs into ${said}` }));

/** Without comments, which may talk about anything. */
const code = ({ text }: SourceFile) => text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '');

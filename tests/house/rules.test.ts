import { describe, expect, test } from 'vitest';
import { layers } from './rules/layers.ts';
import { names } from './rules/names.ts';
import { oneImporter } from './rules/one-importer.ts';
import { places } from './rules/places.ts';
import { tooLong } from './rules/sizes.ts';
import { importsOf } from './source-files.ts';

const file = (path: string, text = '') => ({ path, text });
const slash = '/';

describe('importsOf', () => {
  test('reads every form of import', () => {
    const text = `import type { A } from 'a';
import {
  b,
} from './b.ts';
import 'c.css';
export { d } from "ignored";
export type { E } from '@e/e';
const f = await import('f');`;
    expect(importsOf(file('x.ts', text))).toEqual([
      { from: 'a', typeOnly: true },
      { from: './b.ts', typeOnly: false },
      { from: 'c.css', typeOnly: false },
      { from: '@e/e', typeOnly: true },
      { from: 'f', typeOnly: false },
    ]);
  });
});

describe('the rules find', () => {
  const broken: [what: string, rule: typeof layers, path: string, text: string][] = [
    ['shared importing the server', layers, 'shared/a.ts', `import { x } from '@tabiji/server/x.ts';`],
    ['shared importing Node', layers, 'shared/a.ts', `import fs from 'node:fs';`],
    ['the editor importing the server', layers, 'editor/src/a.ts', `import { x } from '@tabiji/server/http/x.ts';`],
    ['the server importing the editor', layers, 'server/src/a.ts', `import { x } from '../../editor/src/x.ts';`],
    ['the engine importing http', layers, 'server/src/engine/a.ts', `import { x } from '../http/x.ts';`],
    ['db importing a domain', layers, 'server/src/db/a.ts', `import { x } from '../orders/x.ts';`],
    ['migrations importing us', layers, 'migrations/a.ts', `import { x } from '@tabiji/shared/x.ts';`],
    ['the engine reaching for SQL', layers, 'server/src/engine/a.ts', `import { x } from './x.sql.ts';`],
    ['sending reaching for Node', layers, 'server/src/messages/a.ts', `import { x } from 'node:crypto';`],
    ['a second user of the queue', oneImporter, 'server/src/engine/a.ts', `import { PgBoss } from 'pg-boss';`],
    ['a second mailer', oneImporter, 'server/src/jobs/a.ts', `import nodemailer from 'nodemailer';`],
    ['hono outside http', oneImporter, 'server/src/engine/a.ts', `import { Hono } from 'hono';`],
    ['a second reader of the environment', oneImporter, 'server/src/a.ts', `const a = process.env.A;`],
    ['a second clock', oneImporter, 'server/src/a.ts', `const now = Date.now();`],
    ['SQL in a handler', oneImporter, 'server/src/http/a.ts', `await db.selectFrom('customer').execute();`],
    ['a drawer for everything', names, 'shared/utils.ts', ''],
    ['a name in camelCase', names, 'shared/someThing.ts', ''],
    ['a folder of one machine', places, 'docs/a.md', `See ${slash}home/me/notes.`],
    ['a file of 301 lines', tooLong, 'server/src/a.ts', 'x\n'.repeat(301)],
  ];
  test.each(broken)('%s', (_what, rule, path, text) => {
    expect(rule([file(path, text)])).toHaveLength(1);
  });

  const sound: [what: string, path: string, text: string][] = [
    [
      "the editor taking the API's type",
      'editor/src/api/client.ts',
      `import type { Api } from '@tabiji/server/http/api.ts';`,
    ],
    ['a test importing everything', 'tests/a.test.ts', `import { x } from '@tabiji/server/x.ts'; import 'pg-boss';`],
    ['the engine taking a type from SQL', 'server/src/engine/a.ts', `import type { X } from './x.sql.ts';`],
    ['http importing the engine', 'server/src/http/a.ts', `import { x } from '../engine/x.ts';`],
    ['a comment about the clock', 'server/src/a.ts', '// never Date.now() here'],
    ['300 lines', 'server/src/a.ts', 'x\n'.repeat(300)],
    ['a long migration', 'migrations/0001.ts', 'x\n'.repeat(999)],
  ];
  test.each(sound)('nothing wrong in %s', (_what, path, text) => {
    const findings = [layers, oneImporter, names, places, tooLong].flatMap((rule) => rule([file(path, text)]));
    expect(findings).toEqual([]);
  });
});

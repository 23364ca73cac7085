import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'shared/node_modules/.cache', `types-${process.pid}`);
afterAll(() => rm(folder, { recursive: true, force: true }));

const node = (parts: { decide: string; initial?: string; ports?: string }) => `
import { z } from 'zod';
import { NO_NEEDS } from '../../../conditions/facts.ts';
import { defineNode } from '../../../nodes/define-node.ts';
import { ask, exit, leave, sleep } from '../../../nodes/outcome.ts';
export const used = [ask, exit, leave, sleep];
export const node = defineNode({
  type: 'sample', version: 1, group: 'wait', label: { ja: '例', en: 'Sample' }, keywords: [],
  config: z.strictObject({ days: z.number() }), initial: ${parts.initial ?? '{ days: 1 }'}, rests: true, inPicker: true,
  ports: () => ${parts.ports ?? `[{ id: 'done', label: { ja: '済', en: 'Done' } }, { id: 'late', label: { ja: '遅', en: 'Late' } }]`},
  summary: () => 'x', fields: { days: { ja: '日数', en: 'Days' } }, needs: () => NO_NEEDS, upgrades: [],
  decide: ({ config, now }) => ${parts.decide},
});`;

const CASES: [what: string, source: string, compiles: boolean][] = [
  ['leaving by a declared port', node({ decide: `config.days > 1 ? leave('done') : leave('late')` }), true],
  ['exiting', node({ decide: `exit('enough' + config.days + now)` }), true],
  ['leaving by an undeclared port', node({ decide: `leave('nowhere')` }), false],
  ['an undeclared port in one arm', node({ decide: `now > 1 ? leave('done') : leave('nowhere')` }), false],
  ['sleeping towards an undeclared port', node({ decide: `sleep(now, 'nowhere', { from: now })` }), false],
  ['asking for an undeclared port', node({ decide: `ask({ kind: 'send', template: 't' }, ['nowhere'])` }), false],
  ['a setting that the schema lacks', node({ decide: `leave(config.hours > 1 ? 'done' : 'late')` }), false],
  ['a first configuration that does not fit', node({ decide: `leave('done')`, initial: `{ days: 'one' }` }), false],
];

test('what the node contract forbids does not compile; what it allows does', { timeout: 120_000 }, async () => {
  await mkdir(folder, { recursive: true });
  await Promise.all(CASES.map(([, source], i) => writeFile(path.join(folder, `case${i}.ts`), source)));
  const options = { noEmit: true, composite: false, emitDeclarationOnly: false, rootDir: root };
  await writeFile(
    path.join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: path.join(root, 'tsconfig.base.json'), compilerOptions: options, include: ['*.ts'] }),
  );
  const { stdout } = await promisify(execFile)(path.join(root, 'node_modules/.bin/tsc'), ['-p', folder], {
    cwd: folder,
  }).catch((refused: { stdout: string }) => refused);
  const broken = new Set([...stdout.matchAll(/case(\d+)\.ts/g)].map(([, i]) => Number(i)));
  expect(
    CASES.map(([what], i) => [what, !broken.has(i)]),
    stdout,
  ).toEqual(CASES.map(([what, , compiles]) => [what, compiles]));
});

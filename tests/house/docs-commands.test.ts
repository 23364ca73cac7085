import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '@tabiji/server/config.ts';
import { commands } from '@tabiji/server/cli/commands.ts';
import { runCommand } from '@tabiji/server/cli/run-command.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(path.join(repository, name), 'utf8');

const pages = readdirSync(repository, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.md') && !/node_modules|^data|dist/.test(name),
);
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** What pnpm does by itself or runs from node_modules. */
const OWN = new Set(['install', 'vitest', 'oxfmt', 'oxlint']);

/** The words after `pnpm` of every line in every block of shell commands. */
const lines = pages.flatMap((page) =>
  [...read(page).matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) =>
    (block ?? '')
      .split('\n')
      .flatMap((line) => /(?:^|npx -y )pnpm(?:@12)? (.+)$/.exec(line.trim())?.[1] ?? [])
      .map((command) => [page, command] as const),
  ),
);

describe('commands in the documentation', () => {
  test('there are some', () => expect(lines.length).toBeGreaterThan(4));

  test.each(lines)('%s: pnpm %s', async (_page, command) => {
    const [script = '', name] = command.split(/\s+/);
    expect(Object.hasOwn(scripts, script) || OWN.has(script), `package.json has no script "${script}"`).toBe(true);
    const subcommand = script === 'tabiji' && name !== undefined && !name.startsWith('-') ? name : 'migrate';
    expect(Object.keys(commands)).toContain(subcommand);
  });

  test.each(Object.keys(commands))('pnpm tabiji %s --help answers', async (name) => {
    const printed: string[] = [];
    const output = { print: (text: string) => void printed.push(text), tell: () => undefined };
    const config = loadConfig({});
    expect(await runCommand([name, '--help'], { config, output, signal: new AbortController().signal })).toBe(0);
    expect(printed.join('\n')).toContain('Usage:');
  });

  test('every setting stands in the table of README.md', () => {
    const settings = [...read('server/src/config.ts').matchAll(/^ {2}([A-Z_]+): '/gm)].map(([, name]) => name);
    expect(settings.length).toBeGreaterThan(10);
    for (const name of settings) expect(read('README.md')).toContain(`\`${name}\``);
  });
});

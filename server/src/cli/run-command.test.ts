import { describe, expect, test } from 'vitest';
import { loadConfig } from '../config.ts';
import { commands } from './commands.ts';
import { runCommand } from './run-command.ts';

async function type(args: string[], env: Record<string, string> = {}) {
  const printed: string[] = [];
  const told: string[] = [];
  const code = await runCommand(args, {
    config: loadConfig(env),
    output: { print: (text) => printed.push(text), tell: (text) => told.push(text) },
    signal: new AbortController().signal,
  });
  return { code, printed: printed.join('\n'), told: told.join('\n') };
}

describe('pnpm tabiji', () => {
  test('lists its commands', async () => {
    const { code, printed } = await type(['--help']);
    expect(code).toBe(0);
    for (const name of Object.keys(commands)) expect(printed).toContain(name);
  });

  test('alone is wrong use', async () => expect((await type([])).code).toBe(2));

  test.each(Object.keys(commands))('%s explains itself', async (name) => {
    const { code, printed } = await type([name, '--help'], { PORT: 'bad' });
    expect(code).toBe(0);
    expect(printed).toContain(`Usage: pnpm tabiji ${name}`);
  });

  test('an unknown command is named', async () => {
    const { code, told } = await type(['fly']);
    expect(code).toBe(2);
    expect(told).toContain('There is no command "fly".');
  });

  test.each(['constructor', '__proto__'])('%s is no command either', async (name) => {
    expect((await type([name])).code).toBe(2);
  });

  test.each(Object.keys(commands))('%s names an option it does not know', async (name) => {
    const { code, told } = await type([name, '--frobnicate']);
    expect(code).toBe(2);
    expect(told).toContain('--frobnicate');
  });

  test('a bad setting is named before anything starts', async () => {
    const { code, told } = await type(['migrate'], { DATABASE_URL: 'mysql://x' });
    expect(code).toBe(1);
    expect(told).toMatch(/^DATABASE_URL is "mysql:\/\/x"/);
  });
});

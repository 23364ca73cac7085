import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freePort, ServerProcess } from '../support/server-process.ts';

let data: string;
let port: string;
beforeEach(async () => {
  data = await mkdtemp(path.join(os.tmpdir(), 'tabiji-start-'));
  port = String(await freePort());
});
afterEach(() => rm(data, { recursive: true, force: true }));

const start = (settings: Record<string, string> = {}) =>
  new ServerProcess({ PORT: port, TABIJI_DATA: data, TABIJI_DEMO: 'off', TABIJI_LOG: 'warn', ...settings });

describe('pnpm start', { timeout: 120_000 }, () => {
  test('serves, stops cleanly, and finds its data again', async () => {
    const first = start();
    await first.ready();
    const page = await fetch(`${first.url}/journeys`);
    expect(await page.text()).toContain('<title>');

    const second = start({ PORT: String(await freePort()) });
    expect(await second.exited).toBe(1);
    expect(second.output).toContain(`already uses the data folder ${data} and answers at ${first.url}`);

    first.kill('SIGINT');
    expect(await first.exited).toBe(0);
    expect(first.output).toContain('Stopped.');
    expect(await readdir(path.join(data, 'run'))).toEqual([]);

    await using third = start();
    await third.ready();
  });

  test('an interrupt while it starts leaves nothing running', async () => {
    const server = start();
    while (!server.output.includes('Starting PostgreSQL')) await new Promise((resolve) => setTimeout(resolve, 20));
    server.kill('SIGTERM');
    expect(await server.exited).toBe(0);
    expect(await readdir(path.join(data, 'run'))).toEqual([]);
    expect(await readdir(path.join(data, 'db')).catch(() => [])).not.toContain('postmaster.pid');
  });

  test('names PORT when somebody else uses it, and starts nothing', async () => {
    const other = createServer();
    other.listen(Number(port), '127.0.0.1');
    await once(other, 'listening');
    const server = start();
    expect(await server.exited).toBe(1);
    other.close();
    expect(server.output).toMatch(new RegExp(`PORT ${port} is in use on 127.0.0.1. Stop the program`));
    expect(await readdir(data)).toEqual([]);
  });

  test('names every bad setting, and starts nothing', async () => {
    const server = start({ PORT: 'web', HOST: '0.0.0.0', DATABASE_URL: 'mysql://me:secret@db/x' });
    expect(await server.exited).toBe(1);
    expect(server.output).toMatch(/^PORT is "web"/m);
    expect(server.output).toMatch(/^DATABASE_URL is "mysql:\/\/me:\*\*\*@db\/x"/m);
    expect(await readdir(data)).toEqual([]);
  });

  test('a database that is away: tries for 15 seconds, then names DATABASE_URL without its password', async () => {
    const server = start({ DATABASE_URL: `postgres://me:secret@127.0.0.1:${await freePort()}/x` });
    expect(await server.exited).toBe(1);
    expect(server.output).toContain('trying again');
    expect(server.output).toMatch(
      /The database at DATABASE_URL \(postgres:\/\/me:\*\*\*@127.0.0.1:\d+\/x\) cannot be used/,
    );
    expect(server.output).not.toContain('secret');
  });

  test('a data folder that cannot be made', async () => {
    const server = start({ TABIJI_DATA: path.join(process.execPath, 'data') });
    expect(await server.exited).toBe(1);
    expect(server.output).toMatch(/The data folder .* cannot be made \(ENOTDIR\)\. Set TABIJI_DATA/);
  });
});

import { AppError } from '@tabiji/shared/errors.ts';
import { Hono } from 'hono';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../log.ts';
import { createHttp } from './create-http.ts';
import type { RouteEnv } from './route-env.ts';

let editor: string;
beforeAll(async () => {
  editor = await mkdtemp(path.join(os.tmpdir(), 'tabiji-editor-'));
  await mkdir(path.join(editor, 'assets'));
  await writeFile(path.join(editor, 'index.html'), '<!doctype html><title>Tabiji</title>');
  await writeFile(path.join(editor, 'assets', 'main-1a2b.js'), 'export {}');
});
afterAll(() => rm(editor, { recursive: true, force: true }));

const routes = new Hono<RouteEnv>()
  .get('/v1/things', (c) => c.json({ things: [] }))
  .post('/v1/things', async (c) => c.json({ size: (await c.req.text()).length }))
  .post('/v1/streamed', async (c) => c.json({ size: (await c.req.text()).length }))
  .post('/u/goodbye', (c) => c.json({ goodbye: true }))
  .get('/v1/refused', () => {
    throw new AppError('conflict', 'Somebody else saved first.', { field: 'version' });
  })
  .get('/v1/broken', () => {
    throw new Error('the secret inside');
  })
  .get('/v1/no-database', () => {
    throw Object.assign(new Error('connect failed'), { code: 'ECONNREFUSED' });
  });

type Asked = Omit<RequestInit, 'headers'> & { host?: string; headers?: Record<string, string> };

const TOKEN = 'a-token-that-is-long';
const http = (options: { token?: string; ready?: () => Promise<void> } = {}) =>
  createHttp({
    url: 'http://127.0.0.1:3100',
    log: createLog('silent'),
    ready: () => Promise.resolve(),
    editor,
    routes,
    streamed: /^\/v1\/streamed$/,
    ...options,
  });

const ask = (address: string, init: Asked = {}, options: { token?: string } = {}) =>
  http(options).request(address, { ...init, headers: { host: init.host ?? '127.0.0.1:3100', ...init.headers } });

describe('without a token', () => {
  test.each(['127.0.0.1:3100', 'localhost:3100', '[::1]:3100', 'LOCALHOST'])('answers as %s', async (host) => {
    expect((await ask('/v1/things', { host })).status).toBe(200);
  });

  test.each(['evil.example', 'localhost.evil.example:3100', '127.0.0.1.evil.example', '10.0.0.7'])(
    'refuses to be called %s',
    async (host) => {
      expect((await ask('/v1/things', { host })).status).toBe(422);
    },
  );

  const writes: [string, Record<string, string>, number][] = [
    ['a program', {}, 200],
    ['its own page', { origin: 'http://127.0.0.1:3100', 'sec-fetch-site': 'same-origin' }, 200],
    ['its own page in a browser without Sec-Fetch-Site', { origin: 'http://127.0.0.1:3100' }, 200],
    ['a page of another site', { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' }, 422],
    ['a page on another port', { origin: 'http://127.0.0.1:5000', 'sec-fetch-site': 'same-site' }, 422],
    ['a page on another port in an older browser', { origin: 'http://127.0.0.1:5000' }, 422],
    ['a sandboxed frame', { origin: 'null' }, 422],
    ['a form posted from elsewhere', { 'content-type': 'text/plain', origin: 'http://evil.example' }, 422],
    ['a browser that hides where from', { referer: 'http://evil.example/' }, 422],
  ];
  test.each(writes)('a write by %s', async (_who, headers, status) => {
    expect((await ask('/v1/things', { method: 'POST', body: '{}', headers })).status).toBe(status);
  });

  test('unsubscribing works under any name and from any mail program', async () => {
    const response = await ask('/u/goodbye', {
      method: 'POST',
      host: 'shop.example',
      headers: { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' },
    });
    expect(response.status).toBe(200);
  });
});

describe('with a token', () => {
  const asking = (address: string, init: Asked = {}) => ask(address, init, { token: TOKEN });

  test.each(['/v1/things', '/', '/journeys', '/healthz', '/readyz', '/assets/main-1a2b.js', '/v1/none'])(
    '%s asks for it',
    async (address) => {
      expect((await asking(address, { host: 'shop.example' })).status).toBe(401);
    },
  );

  test('a program shows it as a header', async () => {
    const wrong = await asking('/v1/things', { headers: { authorization: 'Bearer wrong' } });
    expect(wrong.status).toBe(401);
    expect(await wrong.json()).toMatchObject({ error: { code: 'unauthorized' } });
    expect((await asking('/v1/things', { headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(200);
  });

  test('a browser gets a page in its language, then a cookie no script can read', async () => {
    const page = await asking('/journeys?x=1', { headers: { accept: 'text/html', 'accept-language': 'ja,en;q=0.5' } });
    expect(page.status).toBe(401);
    expect(await page.text()).toMatch(/lang="ja"[\s\S]*value="\/journeys\?x=1"/);

    const form = new URLSearchParams({ token: TOKEN, next: '/journeys?x=1' });
    const entered = await asking('/enter', { method: 'POST', body: form });
    expect(entered.status).toBe(303);
    expect(entered.headers.get('location')).toBe('/journeys?x=1');
    const cookie = entered.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).not.toContain(TOKEN);

    const sent = cookie.split(';')[0] ?? '';
    expect((await asking('/v1/things', { headers: { cookie: sent } })).status).toBe(200);
    const foreign = { cookie: sent, origin: 'http://evil.example' };
    expect((await asking('/v1/things', { method: 'POST', headers: foreign })).status).toBe(422);
  });

  test('a wrong token gets no cookie, and nobody is sent to another site', async () => {
    const wrong = await asking('/enter', { method: 'POST', body: new URLSearchParams({ token: 'no', next: '/' }) });
    expect([wrong.status, wrong.headers.get('set-cookie')]).toEqual([401, null]);
    const lured = new URLSearchParams({ token: TOKEN, next: '//evil.example' });
    expect((await asking('/enter', { method: 'POST', body: lured })).headers.get('location')).toBe('/');
  });

  test('mail programs are not asked', async () => {
    expect((await asking('/u/goodbye', { method: 'POST', host: 'shop.example' })).status).toBe(200);
  });
});

describe('answers', () => {
  test('a refusal says what and why', async () => {
    const response = await ask('/v1/refused');
    expect(response.status).toBe(409);
    expect(await response.json()).toEqual({
      error: { code: 'conflict', message: 'Somebody else saved first.', field: 'version' },
    });
  });

  test('a bug is told by number only', async () => {
    const response = await ask('/v1/broken');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
  });

  test('a database that is away is 503 with a reason and when to come back', async () => {
    const response = await ask('/v1/no-database');
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await response.text()).toContain('The database cannot be reached.');
  });

  test('readyz tells whether the database answers, healthz that the process lives', async () => {
    const app = http({ ready: () => Promise.reject(Object.assign(new Error('x'), { code: '57P03' })) });
    const headers = { host: 'localhost' };
    expect((await app.request('/readyz', { headers })).status).toBe(503);
    expect((await app.request('/healthz', { headers })).status).toBe(200);
  });

  test('more than 5 MB are refused, except where the body is read as a stream', async () => {
    const body = 'x'.repeat(6 * 1024 * 1024);
    expect((await ask('/v1/things', { method: 'POST', body })).status).toBe(413);
    expect((await ask('/v1/streamed', { method: 'POST', body })).status).toBe(200);
  });

  test('every page is the editor; files with a hash in their name are kept for ever', async () => {
    const page = await ask('/journeys/42');
    expect(await page.text()).toContain('Tabiji');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    const asset = await ask('/assets/main-1a2b.js');
    expect(asset.headers.get('cache-control')).toContain('immutable');
    expect((await ask('/assets/gone.js')).status).toBe(404);
    expect((await ask('/v1/nothing')).status).toBe(404);
  });
});

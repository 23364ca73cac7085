import { describe, expect, test } from 'vitest';
import { loadConfig } from './config.ts';

const problems = (env: Record<string, string>) => {
  const loaded = loadConfig(env);
  return Array.isArray(loaded) ? loaded.map(({ message }) => message) : [];
};

describe('loadConfig', () => {
  test('needs nothing: loopback, port 3100, embedded database, demo', () => {
    expect(loadConfig({})).toMatchObject({
      port: 3100,
      host: '127.0.0.1',
      url: 'http://127.0.0.1:3100',
      databaseUrl: undefined,
      databasePool: 10,
      demo: true,
    });
  });

  test('an empty value counts as not set', () => {
    expect(loadConfig({ PORT: ' ', DATABASE_URL: '' })).toMatchObject({ port: 3100, databaseUrl: undefined });
  });

  test.each(['0', '65536', 'http', '-1', '3100.5', '1e3', '0x1f'])('refuses PORT=%s and says why', (value) => {
    expect(problems({ PORT: value })).toEqual([`PORT is "${value}", but must be a whole number from 1 to 65535.`]);
  });

  test('names every bad variable at once', () => {
    const messages = problems({ PORT: 'x', TABIJI_DEMO: 'maybe', TABIJI_LOG: 'loud' });
    expect(messages.map((message) => message.split(' ')[0])).toEqual(['PORT', 'TABIJI_LOG', 'TABIJI_DEMO']);
  });

  test('shows neither a password nor a token', () => {
    const messages = problems({ DATABASE_URL: 'mysql://me:p@ss:word@db/x', TABIJI_TOKEN: 'short-secret' }).join('\n');
    expect(messages).toContain('mysql://me:***@db/x');
    expect(messages).not.toMatch(/word@|short-secret/);
  });

  test('an address other machines reach is refused without a token', () => {
    expect(problems({ HOST: '0.0.0.0' })[0]).toMatch(/^HOST is "0.0.0.0".*TABIJI_TOKEN/);
    expect(problems({ HOST: '0.0.0.0', TABIJI_TOKEN: 'a-token-long-enough' })).toEqual([]);
  });

  test.each(['127.0.0.1', 'localhost', '::1', '127.8.8.8'])('%s is loopback', (host) => {
    expect(problems({ HOST: host })).toEqual([]);
  });

  test.each(['127.0.0.1.example.com', '10.0.0.1', '::', 'localhost.example.com'])('%s is not loopback', (host) => {
    expect(problems({ HOST: host })).toHaveLength(1);
  });

  test('the public address loses its trailing slash', () => {
    expect(loadConfig({ TABIJI_URL: 'https://tabiji.example.com/' })).toMatchObject({
      url: 'https://tabiji.example.com',
    });
  });
});

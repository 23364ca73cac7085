import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { asOwner } from '../support/world-database.ts';
import { openCrew } from './workers.ts';

const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/operations.md'), 'utf8');
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, block]) => block ?? '');

test('what docs/operations.md says can be done', { timeout: 180_000 }, async () => {
  await using database = await createTestDatabase();
  await using crew = await openCrew({ DATABASE_URL: database.url });
  const commands = blocks('sh').join('\n').split('\n');
  const ports = new Map<string, string>();
  for (const command of commands) {
    const [, role, port] = /^TABIJI_ROLE=(\w+) PORT=(\d+) pnpm start$/.exec(command) ?? [];
    if (port === undefined) continue;
    ports.set(port, (await crew.start(role as 'api' | 'worker')).url);
  }
  expect(ports.size).toBe(3);

  const asked = commands.flatMap(
    (command) => /^curl -f http:\/\/127\.0\.0\.1:(\d+)(\/\w+)$/.exec(command)?.slice(1) ?? [],
  );
  expect(asked).toHaveLength(4);
  for (let i = 0; i < asked.length; i += 2)
    expect((await fetch(`${ports.get(asked[i]!)}${asked[i + 1]}`)).status).toBe(200);

  const [api, worker] = [...ports.values()];
  expect((await fetch(`${api}/v1/workspace`, { headers: { origin: api! } })).status).toBe(200); // a worker has made it
  const refused = await fetch(`${worker}/v1/workspace`);
  expect([refused.status, await refused.text()]).toEqual([404, expect.stringContaining('TABIJI_ROLE=worker')]);

  const statements = blocks('sql').flatMap((block) => block.split(';').filter((text) => /select/.test(text)));
  expect(statements).toHaveLength(10);
  await asOwner(database.url, async (owner) => {
    for (const statement of statements) await owner(statement);
  });
});

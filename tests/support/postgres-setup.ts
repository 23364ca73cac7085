import path from 'node:path';
import { startLocalPostgres } from '@tabiji/server/local-postgres.ts';
import type { TestProject } from 'vitest/node';
import { prepareTemplate } from './database-template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
    templateDatabase: string;
    /** The process of this run, part of its databases' names. */
    testRun: number;
  }
}

/** One PostgreSQL for the whole run. What it writes may be lost in a power cut, which no test survives anyway. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startLocalPostgres({
    folder: path.resolve(import.meta.dirname, '../../data/test'),
    role: 'tests',
    settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' },
  });
  project.provide('postgresUrl', postgres.url);
  project.provide('testRun', process.pid);
  project.provide('templateDatabase', await prepareTemplate(postgres.url));
  return postgres.stop;
}

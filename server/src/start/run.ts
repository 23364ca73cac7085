import { createApp } from '../app.ts';
import type { Config } from '../config.ts';
import { startLocalPostgres } from '../local-postgres.ts';
import { migrate } from '@tabiji/migrations';
import { createLog } from '../log.ts';
import { assertFree } from '../http/listen.ts';
import { awaitDatabase } from './await-database.sql.ts';
import { buildEditor } from './build-editor.ts';
import type { Reporter } from './progress.ts';
import { seedingProgress } from './seeding-progress.ts';
import { serveEditorSources } from './serve-editor-sources.ts';

export interface Running {
  url: string;
  [Symbol.asyncDispose]: () => Promise<void>;
}

/**
 * From settings to a page that answers. What was begun is undone in the opposite order (HTTP, queue, pool, PostgreSQL)
 * when it is disposed of, when a step fails, and when `signal` asks to stop half-way.
 */
export async function run(
  config: Config,
  mode: { dev: boolean; report: Reporter; signal: AbortSignal },
): Promise<Running> {
  const { report, signal } = mode;
  await using stack = new AsyncDisposableStack();
  await assertFree(config);

  const giveUp = new AbortController();
  const editor =
    mode.dev || config.role === 'worker' ? undefined : editorStep(report, AbortSignal.any([signal, giveUp.signal]));
  stack.defer(async () => {
    giveUp.abort();
    await editor;
  });
  const databaseUrl = await databaseStep(config, report, signal, stack);
  signal.throwIfAborted();
  await report.step('Migrating the database', async () => {
    await migrate(databaseUrl);
  });
  const failed = await editor;
  if (failed) throw failed.error;
  signal.throwIfAborted();

  const app = stack.use(
    await createApp(config, { databaseUrl, log: createLog(config.logLevel), onProgress: seedingProgress(report) }),
  );
  let { url } = await app.listen();
  if (mode.dev) {
    const sources = await serveEditorSources(url);
    stack.defer(sources.close);
    ({ url } = sources);
  }
  const parts = stack.move();
  return { url, [Symbol.asyncDispose]: () => parts.disposeAsync() };
}

/** Runs beside the other steps, so a failure is a value until they are done. */
const editorStep = (report: Reporter, signal: AbortSignal): Promise<{ error: unknown } | undefined> =>
  report
    .step('Building the editor', async (say) => {
      if ((await buildEditor(signal)) === 'unchanged') say('nothing has changed');
    })
    .then(
      () => undefined,
      (error: unknown) => ({ error }),
    );

async function databaseStep(
  config: Config,
  report: Reporter,
  signal: AbortSignal,
  stack: AsyncDisposableStack,
): Promise<string> {
  const { databaseUrl } = config;
  if (databaseUrl !== undefined) {
    await report.step('Connecting to the database', () => awaitDatabase(databaseUrl, report.say, signal));
    return databaseUrl;
  }
  const postgres = await report.step('Starting PostgreSQL', async (say) => {
    const started = await startLocalPostgres({
      folder: config.dataDir,
      role: 'server',
      url: config.url,
      onRestart: report.say,
    });
    say(`data in ${config.dataDir}, run as ${started.mode}`);
    return started;
  });
  stack.defer(postgres.stop);
  return postgres.url;
}

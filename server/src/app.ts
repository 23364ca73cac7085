import path from 'node:path';
import type { Config } from './config.ts';
import { assertAnswers } from './db/answers.sql.ts';
import { connect } from './db/connect.ts';
import { ensureDemo } from './demo/ensure-demo.ts';
import { createHttp } from './http/create-http.ts';
import { createWorkerHttp } from './http/create-worker-http.ts';
import { listen } from './http/listen.ts';
import { createRoutes } from './http/routes.ts';
import { openLiveFeeds, type LiveFeeds } from './journeys/live/feeds.ts';
import { keepResuming, resumeWork } from './jobs/resume-work.ts';
import { moveHere } from './jobs/move-here.ts';
import { startWorker } from './jobs/worker.ts';
import type { Log } from './log.ts';
import { startQueue } from './queue/boss.ts';
import { hangDoorbell } from './queue/doorbell.ts';
import { openServices, type Services } from './services.ts';
import { listAwake } from './workspaces/workspaces.sql.ts';

/** What goes on behind a page that already answers. */
export interface Progress {
  what: string;
  done: number;
  total: number;
}

export interface AppOptions {
  databaseUrl: string;
  log: Log;
  onProgress?: (progress: Progress) => void;
}

export interface App {
  services: Services;
  /** Begins to answer; `url` is what to open. */
  listen: () => Promise<{ url: string }>;
  [Symbol.asyncDispose]: () => Promise<void>;
}

/** The only place where the parts are put together. Expects a migrated database. */
export async function createApp(config: Config, options: AppOptions): Promise<App> {
  const { log } = options;
  await using stack = new AsyncDisposableStack();
  const db = connect(options.databaseUrl, config.databasePool, (error) =>
    log.warn({ err: error }, 'an idle connection to the database was lost'),
  );
  stack.defer(() => db.destroy());
  const queue = stack.use(await startQueue(options.databaseUrl, log));
  const works = config.role !== 'api';
  const move = (id: number, shards: readonly number[]) => mover.move(id, shards);
  const doorbell = stack.use(hangDoorbell(db, queue, () => listAwake(db), log, works ? { move } : { looks: false }));
  const services = openServices({ db, config, log, ring: doorbell.ring, enqueue: queue.enqueue });
  const mover = stack.use(moveHere(services));
  if (works) {
    await startWorker(queue, services);
    await resumeWork(services);
    stack.use(keepResuming(services));
  }
  const live = openLiveFeeds(services);
  const http = config.role === 'worker' ? createWorkerHttp(() => assertAnswers(db)) : createApi(services, live);
  const parts = stack.move();
  return {
    services,
    async listen() {
      const listening = await listen(http, config);
      parts.defer(listening.close);
      parts.defer(() => live.end()); // who listens would hold up the closing
      if (works) parts.defer(seedBehind(services, options.onProgress));
      return { url: config.url };
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}

const createApi = (services: Services, live: LiveFeeds) =>
  createHttp({
    token: services.config.token,
    url: services.config.url,
    log: services.log,
    ready: () => assertAnswers(services.db),
    editor: path.resolve(import.meta.dirname, '../../editor/dist'),
    routes: createRoutes(services, live),
    streamed: /^\/v1\/imports(\/|$)/,
  });

/** Begins to make the first workspace and its data behind the page; answers with how to stop that. */
function seedBehind(services: Services, onProgress: AppOptions['onProgress']): () => Promise<void> {
  const stopping = new AbortController();
  const seeding = ensureDemo(services, {
    signal: stopping.signal,
    onProgress: (progress) => onProgress?.({ what: 'Demo data', ...progress }),
  }).catch((error: unknown) =>
    services.log.error({ err: error }, 'the demo data could not be finished; the next start goes on'),
  );
  return async () => {
    stopping.abort();
    await seeding;
  };
}

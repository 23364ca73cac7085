import { Hono } from 'hono';
import { health } from './health.ts';

/** What a process answers that only works: whether it lives, and whether it can reach the database. */
export function createWorkerHttp(ready: () => Promise<void>): Hono {
  const app = new Hono();
  app.route('/', health(ready));
  app.notFound((c) =>
    c.text('This process only works (TABIJI_ROLE=worker). Pages and the API are served by the role api or all.', 404),
  );
  return app;
}

import { AppError } from '@tabiji/shared/errors.ts';
import { Hono } from 'hono';
import { requestId } from 'hono/request-id';
import type { Log } from '../log.ts';
import { auth } from './auth.ts';
import { errorReply, reply } from './error-reply.ts';
import { health } from './health.ts';
import { limitBody } from './limit-body.ts';
import { originGuard } from './origin-guard.ts';
import { isApiPath } from './public-paths.ts';
import type { RouteEnv } from './route-env.ts';
import { referenceRoutes } from './reference.ts';
import { securityHeaders } from './security-headers.ts';
import { staticFiles } from './static.ts';

export interface HttpOptions {
  /** Asked for everywhere but on public paths; without it only loopback names are answered. */
  token?: string;
  /** The public address; over https the cookie is marked Secure. */
  url: string;
  log: Log;
  /** Rejects while the server cannot serve. */
  ready: () => Promise<void>;
  /** The folder with the built editor. */
  editor: string;
  /** The feature routes, mounted at the root. */
  routes: Hono<RouteEnv>;
  /** Paths that read their body as a stream and limit it themselves, such as imports. */
  streamed?: RegExp;
}

/** Everything a request passes before it meets a feature, and what answers when none does. */
export function createHttp(options: HttpOptions): Hono {
  const { token, log } = options;
  const https = options.url.startsWith('https:');

  const app = new Hono();
  app.use(requestId(), securityHeaders({ https }), originGuard({ token }));
  app.use((c, next) => (options.streamed?.test(c.req.path) ? next() : limitBody(c, next)));
  if (token !== undefined) app.use(auth({ token, https }));
  app.route('/', health(options.ready));
  app.route('/', referenceRoutes(options.routes));
  app.route('/', options.routes);
  app.route('/', staticFiles(options.editor));
  app.notFound((c) => {
    if (!isApiPath(c.req.path)) return c.text('Not found', 404);
    return reply(c, new AppError('not_found', `There is no ${c.req.method} ${c.req.path}.`));
  });
  app.onError(errorReply(log));
  return app;
}

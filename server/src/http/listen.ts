import { serve, type ServerType } from '@hono/node-server';
import type { Hono } from 'hono';
import { createServer, type AddressInfo } from 'node:net';

/** The address is taken, or is not this machine's; the message names the variable to change. */
export class ListenError extends Error {
  override name = 'ListenError';
}

export interface Listening {
  port: number;
  /** Takes no new requests, gives running ones a moment, then cuts them off. */
  close: () => Promise<void>;
}

const GRACE_MS = 5_000;

export function listen(app: Hono, at: { host: string; port: number }): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: at.host, port: at.port }, (info: AddressInfo) =>
      resolve({ port: info.port, close: () => close(server) }),
    );
    server.once('error', (error: NodeJS.ErrnoException) => reject(explained(error, at)));
  });
}

function close(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    const cutOff = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(cutOff);
      resolve();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}

function explained(error: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): Error {
  const reasons: Record<string, string> = {
    EADDRINUSE: `PORT ${port} is in use on ${host}. Stop the program that uses it, or choose another: PORT=${port + 1}.`,
    EACCES: `PORT ${port} may not be used by this user. Choose one above 1023: PORT=3100.`,
    EADDRNOTAVAIL: `HOST ${host} is no address of this machine.`,
    ENOTFOUND: `HOST ${host} is not known.`,
  };
  const reason = reasons[error.code ?? ''];
  return reason === undefined ? error : new ListenError(reason, { cause: error });
}

/** Fails as `listen` would, before anything heavy has been started. */
export async function assertFree(at: { host: string; port: number }): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const probe = createServer();
  probe.once('error', (error: NodeJS.ErrnoException) => reject(explained(error, at)));
  probe.listen(at.port, at.host, () => probe.close(() => resolve()));
  await promise;
}

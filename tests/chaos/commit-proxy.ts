import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

export interface CommitProxy extends AsyncDisposable {
  /** The database's address through the proxy. */
  url: string;
  /** Lets the next COMMIT through to the server, and cuts the connection before its answer. */
  cutNext: () => void;
  cut: number;
  /** Cuts that were asked for and have not met a COMMIT yet. */
  pending: number;
}

const COMMIT = Buffer.from('commit\0');

/** Stands between workers and PostgreSQL and cuts connections where it hurts most: the outcome of a COMMIT is unknown. */
export async function startCommitProxy(databaseUrl: string): Promise<CommitProxy> {
  const target = new URL(databaseUrl);
  const state = { cut: 0, pending: 0 };
  const open = new Set<Socket>();

  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
    }
    upstream.on('data', (chunk) => client.write(chunk));
    client.on('data', (chunk: Buffer) => {
      if (state.pending === 0 || !isCommit(chunk)) return void upstream.write(chunk);
      state.pending--;
      state.cut++;
      client.removeAllListeners('close'); // the server is to execute what it has been given
      upstream.removeAllListeners('data');
      upstream.on('data', () => upstream.destroy());
      upstream.write(chunk, () => client.destroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const through = new URL(databaseUrl);
  through.port = String((server.address() as AddressInfo).port);
  return Object.assign(state, {
    url: through.href,
    cutNext: () => void state.pending++,
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

/** A simple query "commit" is a message of its own: type, length, text. */
const isCommit = (chunk: Buffer): boolean =>
  chunk.length >= COMMIT.length && chunk.subarray(-COMMIT.length).equals(COMMIT);

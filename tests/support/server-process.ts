import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { environment } from './environment.ts';

const entry = path.resolve(import.meta.dirname, '../../server/src/start.ts');

/** `pnpm start` as an operator runs it, in a process of its own with these settings only. */
export class ServerProcess {
  readonly exited: Promise<number | null>;
  output = '';
  readonly url: string;
  readonly #child;

  constructor(settings: Record<string, string>) {
    this.url = `http://127.0.0.1:${settings.PORT ?? 3100}`;
    this.#child = spawn(process.execPath, [entry], { env: { ...environment.inherited, ...settings } });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    }
    this.exited = new Promise((resolve) => this.#child.once('close', resolve));
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Resolves when it can serve; rejects with what it said when it ends first. */
  async ready(): Promise<void> {
    while (this.#child.exitCode === null) {
      const answered = await fetch(`${this.url}/readyz`).catch(() => undefined);
      if (answered?.ok) return;
      await sleep(100);
    }
    throw new Error(`it ended before it was ready:\n${this.output}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.kill('SIGTERM');
    await this.exited;
  }
}

export function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const probe = createServer();
  probe.listen(0, '127.0.0.1', () => {
    const address = probe.address();
    probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
  });
  return promise;
}

import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { Expected } from './shop-facts.ts';

/** What a load generator is to send, and where. */
export interface Plan {
  port: number;
  workspace: number;
  customers: number;
  round: number;
  facts: number;
  perRequest: number;
  connections: number;
}

export interface Ready {
  what: 'ready';
  expected: Expected;
  requests: number;
}

export interface Done {
  what: 'done';
  seconds: number;
  stored: number;
  duplicates: number;
  refused: number;
  said: string | undefined;
  p50: number;
  p99: number;
}

export type Said = Ready | Done;

/** A load generator in a process of its own, its requests built. */
export async function openLoad(plan: Plan) {
  const child = fork(path.join(import.meta.dirname, 'load-process.ts'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.send(plan);
  const ready = (await said(child)) as Ready;
  return {
    pid: child.pid!,
    expected: ready.expected,
    /** Sends everything; resolves when every request has been answered. */
    async go(): Promise<Done> {
      child.send('go');
      return (await said(child)) as Done;
    },
    async end(): Promise<void> {
      if (child.connected) child.disconnect();
      await gone;
    },
  };
}

const said = (child: ChildProcess): Promise<Said> =>
  new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`the load generator ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as Said);
    });
  });

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from './random.ts';

/** Worker processes that are killed and frozen; each killed one is replaced at once. */
export class CrowdOfWorkers implements AsyncDisposable {
  kills = 0;
  readonly #args: readonly string[];
  readonly #random: Random;
  readonly #working = new Set<ChildProcess>();
  readonly #all = new Set<ChildProcess>();
  #closing = false;

  constructor(size: number, args: readonly string[], random: Random) {
    this.#args = args;
    this.#random = random;
    for (let i = 0; i < size; i++) this.#start();
  }

  #start(): void {
    const child = fork(path.join(import.meta.dirname, 'worker.ts'), this.#args, {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#all.add(child);
    child.once('message', () => this.#working.add(child));
    child.once('exit', () => {
      this.#all.delete(child);
      this.#working.delete(child);
      if (!this.#closing) this.#start();
    });
  }

  /** Waits until at least `n` workers work. */
  async ready(n: number): Promise<void> {
    while (this.#working.size < n) await pause(20);
  }

  /** SIGKILL to a random worker that works. */
  kill(): void {
    const victim = this.#random.pick([...this.#working]);
    if (!victim) return;
    this.#working.delete(victim);
    victim.kill('SIGKILL');
    this.kills++;
  }

  /** SIGSTOP to a random worker, SIGCONT after a while: it comes back without knowing that time has passed. */
  freeze(ms: number): void {
    const victim = this.#random.pick([...this.#working]);
    if (!victim) return;
    victim.kill('SIGSTOP');
    setTimeout(() => victim.kill('SIGCONT'), ms).unref();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing = true;
    await Promise.all(
      [...this.#all].map(async (child) => {
        const gone = once(child, 'exit');
        child.kill('SIGKILL');
        await gone;
      }),
    );
  }
}

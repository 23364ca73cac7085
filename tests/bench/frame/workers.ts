import { fork, type ChildProcess } from 'node:child_process';

/** Processes that do one thing each time they are told to, all at once. */
export interface Workers extends AsyncDisposable {
  /** Tells all of them; resolves when the last one is done. */
  work: () => Promise<void>;
}

/** Starts `count` processes of a program that says `ready`, then answers every message when it is done with it. */
export async function startWorkers(program: string, count: number, args: readonly string[]): Promise<Workers> {
  const children = Array.from({ length: count }, (_, place) => fork(program, [...args, String(place), String(count)]));
  await Promise.all(children.map(answerOf));
  return {
    async work() {
      const answers = children.map(answerOf);
      for (const child of children) child.send('work');
      await Promise.all(answers);
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(children.map(endOf));
    },
  };
}

/** Starts one process of a program that says `ready` and goes on by itself until it is told to end. */
export async function startProcess(program: string, args: readonly string[]): Promise<AsyncDisposable> {
  const child = fork(program, args);
  await answerOf(child);
  return { [Symbol.asyncDispose]: () => endOf(child) };
}

async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  if (child.connected) child.send('end');
  await gone;
}

/** The next message of a process. @throws Error when it ends instead */
function answerOf(child: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const onMessage = () => {
    child.off('exit', onExit);
    resolve();
  };
  const onExit = (code: number | null) => {
    child.off('message', onMessage);
    reject(new Error(`a worker ended with ${code} before it was done`));
  };
  child.once('message', onMessage).once('exit', onExit);
  return promise;
}

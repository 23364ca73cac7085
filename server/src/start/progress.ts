/** What is happening and how long it took, one line each, for the person who typed the command. */
export interface Reporter {
  /** Runs one piece of work: a line when it begins, one when it is done. */
  step: <T>(name: string, work: (say: (text: string) => void) => Promise<T>) => Promise<T>;
  say: (text: string) => void;
}

const STILL_AFTER_MS = 10_000;

export function createReporter(write: (line: string) => void): Reporter {
  const began = performance.now();
  const seconds = (from: number) => `${((performance.now() - from) / 1000).toFixed(1)} s`;
  const say = (text: string) => write(`${`[${seconds(began)}]`.padStart(9)} ${text}`);
  return {
    say,
    async step(name, work) {
      const from = performance.now();
      say(`${name} …`);
      const still = setInterval(() => say(`${name}: still at it after ${seconds(from)}`), STILL_AFTER_MS);
      try {
        let result = '';
        const value = await work((text) => {
          result = `: ${text}`;
        });
        say(`${name}: done in ${seconds(from)}${result}`);
        return value;
      } finally {
        clearInterval(still);
      }
    },
  };
}

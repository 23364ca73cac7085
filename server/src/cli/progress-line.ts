import type { Output } from './command.ts';

const EVERY_MS = 500;

/** One line on standard error that says how far a long work is; on a terminal it is written over itself. */
export function progressLine(output: Output): { show: (text: string) => void; end: () => void } {
  let last = Number.NEGATIVE_INFINITY;
  const overwrite = process.stderr.isTTY;
  return {
    show(text) {
      const now = performance.now();
      if (now - last < (overwrite ? EVERY_MS / 5 : EVERY_MS * 4)) return;
      last = now;
      if (overwrite) process.stderr.write(`\r\u001B[2K${text}`);
      else output.tell(text);
    },
    end() {
      if (overwrite) process.stderr.write('\r\u001B[2K');
    },
  };
}

import { existsSync, readFileSync } from 'node:fs';
import { processIdentity } from '../local-postgres/process-identity.ts';

const EVERY_MS = 500;
/** pnpm and its shell below npx and its shell. */
const MOST = 5;

/**
 * Calls `gone` when a package manager that started us ends. A service manager signals the process it knows, which is
 * `npx`; that one ends without passing the signal on, and nobody would be left to stop the server.
 */
export function watchLaunchers(gone: () => void): void {
  const launchers = listLaunchers().map((pid) => ({ pid, identity: processIdentity(pid) }));
  if (launchers.length === 0) return;
  const timer = setInterval(() => {
    if (launchers.every(({ pid, identity }) => processIdentity(pid) === identity)) return;
    clearInterval(timer);
    gone();
  }, EVERY_MS);
  timer.unref();
}

/** Ancestors up to the topmost package manager; the shell it was typed into may well end before us. */
function listLaunchers(): number[] {
  const ancestors: { pid: number; command: string }[] = [];
  for (let pid = process.ppid; pid > 1 && ancestors.length < MOST; pid = parentOf(pid)) {
    ancestors.push({ pid, command: commandOf(pid) });
  }
  const top = ancestors.findLastIndex(({ command }) =>
    /^(npm (exec|run|start)\b|(\S*\/)?(pnpm|npx|npm)(\s|$))/.test(command),
  );
  return ancestors.slice(0, top + 1).map(({ pid }) => pid);
}

/** 0 where it cannot be told, as outside Linux. */
function parentOf(pid: number): number {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return 0;
  return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(file, 'utf8'))?.[1] ?? 0);
}

function commandOf(pid: number): string {
  const file = `/proc/${pid}/cmdline`;
  return existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\0', ' ') : '';
}

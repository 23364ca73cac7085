import { existsSync, readFileSync } from 'node:fs';

/**
 * A name for a running process that no later process gets: numbers are reused, in containers at every start.
 * Undefined when there is no such process.
 */
export function processIdentity(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined;
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return String(pid); // not Linux: the number has to do
  // The second field is the program's name in parentheses and may itself hold spaces and parentheses.
  const fields = readFileSync(stat, 'utf8').replace(/^.*\)/s, '').trim().split(' ');
  const startedAtTick = fields[19];
  return `${pid}-${startedAtTick}-${bootId()}`;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // it exists, but belongs to somebody else
  }
}

function bootId(): string {
  const file = '/proc/sys/kernel/random/boot_id';
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
}

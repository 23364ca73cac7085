import { readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';

const TICKS = 100;

export const machine = () => {
  const [cpu] = os.cpus();
  return {
    cpu: cpu?.model.trim() ?? '',
    cores: os.cpus().length,
    memory_gb: Math.round(os.totalmem() / 1e9),
    node: process.version,
  };
};

/** CPU seconds used so far: by everybody, by the server of PostgreSQL with its children, by some processes. */
export function cpuSeconds(postmaster: number, processes: readonly number[]) {
  const [user = 0, nice = 0, system = 0, , , irq = 0, soft = 0, steal = 0] = readFileSync('/proc/stat', 'utf8')
    .split('\n')[0]!
    .trim()
    .split(/\s+/)
    .slice(1)
    .map(Number);
  let postgres = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const fields = statOf(pid);
    if (!fields) continue;
    if (Number(pid) === postmaster) postgres += used(fields) + Number(fields[13]) + Number(fields[14]);
    else if (Number(fields[1]) === postmaster) postgres += used(fields);
  }
  const own = processes.map((pid) => {
    const fields = statOf(String(pid));
    return fields ? used(fields) / TICKS : 0;
  });
  return { all: (user + nice + system + irq + soft + steal) / TICKS, postgres: postgres / TICKS, own };
}

/** The fields of /proc/<pid>/stat behind the name; undefined when the process is gone. */
function statOf(pid: string): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined; // it ended meanwhile
  }
}

const used = (fields: readonly string[]) => Number(fields[11]) + Number(fields[12]);

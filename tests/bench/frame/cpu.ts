import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

interface Stat {
  pid: number;
  parent: number;
  /** Seconds of CPU of the process itself. */
  own: number;
  /** Of its children that have ended. */
  reaped: number;
}

/** Every process of the machine; empty where there is no /proc. */
function processes(): Stat[] {
  let names: string[];
  try {
    names = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
  return names.flatMap((name) => {
    try {
      const text = readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
      const at = (i: number) => Number(fields[i]) / TICKS_PER_SECOND;
      return [{ pid: Number(name), parent: Number(fields[1]), own: at(11) + at(12), reaped: at(13) + at(14) }];
    } catch {
      return []; // it has ended since the folder was listed
    }
  });
}

/** CPU seconds of a process, its living descendants, and those of them that have ended. */
function treeCpu(all: readonly Stat[], root: number): number {
  const children = Map.groupBy(all, ({ parent }) => parent);
  const sum = (stat: Stat): number =>
    stat.own + stat.reaped + (children.get(stat.pid) ?? []).reduce((total, child) => total + sum(child), 0);
  const top = all.find(({ pid }) => pid === root);
  return top ? sum(top) : 0;
}

/** CPU seconds of a process and of those it started. */
export const cpuOf = (pid: number): number => treeCpu(processes(), pid);

/** CPU seconds that all processes together have used; NaN where that cannot be known. */
function machineCpu(): number {
  try {
    const line = readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '';
    const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = line
      .trim()
      .split(/\s+/)
      .slice(1)
      .map(Number);
    return (user + nice + system + irq + softirq + steal) / TICKS_PER_SECOND;
  } catch {
    return Number.NaN;
  }
}

/** CPU seconds and wall seconds since the watch began. */
export interface Used {
  seconds: number;
  /** The process trees of the database servers under test. */
  postgres: number;
  /** This process and those it started. */
  ours: number;
  /** Cores that everything else kept busy on average; NaN where that cannot be known. */
  otherCores: number;
}

export interface Watch {
  read: () => Used;
}

/** Begins to watch; `postmasters` are the servers whose work counts as PostgreSQL's. */
export function watchCpu(postmasters: readonly number[]): Watch {
  const take = () => {
    const all = processes();
    return {
      at: performance.now(),
      machine: machineCpu(),
      postgres: postmasters.reduce((sum, pid) => sum + treeCpu(all, pid), 0),
      ours: treeCpu(all, process.pid),
    };
  };
  const before = take();
  return {
    read() {
      const now = take();
      const seconds = (now.at - before.at) / 1000;
      const postgres = now.postgres - before.postgres;
      const ours = now.ours - before.ours;
      const other = now.machine - before.machine - postgres - ours;
      return { seconds, postgres, ours, otherCores: Math.max(0, other) / seconds };
    },
  };
}

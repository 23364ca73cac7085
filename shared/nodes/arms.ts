import { z } from 'zod';
import type { Words } from '../locale.ts';
import type { ConfigProblem } from './define-node.ts';

export const PortName = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'a port has 1–40 letters, digits, _ or -');

/** A way out that its author names. */
export interface Arm {
  port: string;
  label?: string | undefined;
}

/** What an arm is called: its label, else its letter (`a` → A), else its port. */
export const armLabel = ({ port, label }: Arm): Words => {
  const name = label || (port.length === 1 ? port.toUpperCase() : port);
  return { ja: name, en: name };
};

/** The first letter, then p2, p3, …, that no port is called. */
export function freePort(arms: readonly Arm[]): string {
  const taken = new Set(arms.map(({ port }) => port));
  const letters = Array.from('abcdefghijklmnopqrst');
  return letters.find((letter) => !taken.has(letter)) ?? `p${arms.length + 1}`;
}

/** Ports that two arms share. */
export function doubledPorts(arms: readonly Arm[], path: string): ConfigProblem[] {
  return arms.flatMap(({ port }, i) =>
    arms.findIndex((other) => other.port === port) < i
      ? [
          {
            severity: 'error' as const,
            path: `${path}.${i}.port`,
            message: { ja: `出口「${port}」が二つあります。`, en: `Two ports are called “${port}”.` },
          },
        ]
      : [],
  );
}

import { portsOf, type PortRef } from '../doc/ports.ts';
import { useDoc, useSession } from '../session/use-session.ts';

const NONE: ReturnType<typeof portsOf> = [];

/** The ways out of the node at which something is added, and how to choose another one. */
export function usePorts({ node, port }: PortRef) {
  const { ui } = useSession();
  const ports = useDoc(({ graph }) => {
    const from = graph.nodes[node];
    return from ? portsOf(from) : NONE;
  });
  const to = (id: string) => ui.pick({ node, port: id });
  const by = (steps: 1 | -1) => {
    const at = ports.findIndex(({ id }) => id === port);
    const next = ports[(at + steps + ports.length) % ports.length];
    if (next && next.id !== port) to(next.id);
  };
  return { ports, to, by };
}

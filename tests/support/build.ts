import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import { JourneyGraph, type JourneySettings, type NodeId } from '@tabiji/shared/journey/graph.ts';
import type { Trigger } from '@tabiji/shared/journey/triggers.ts';

/** One node of a journey written in reading order; what follows it follows in the list. */
export interface Stop {
  type: string;
  config: Record<string, unknown>;
  id?: string | undefined;
  disabled?: true;
  /** What lies behind each port; arms that do not end go on with the stop after this one. */
  arms?: Record<string, Stop[]>;
}

export const wait = (length: string, at?: string): Stop => ({
  type: 'wait',
  config: { for: length, ...(at === undefined ? {} : { at }) },
});
/** The node is called like its template. */
export const mail = (template: string, id = template): Stop => ({ type: 'email', id, config: { template } });
export const exit = (reason: string): Stop => ({ type: 'exit', config: { reason } });
export const branch = (when: Condition, yes: Stop[], no: Stop[] = []): Stop => ({
  type: 'branch',
  config: { branches: [{ port: 'yes', when }], else: 'no' },
  arms: { yes, no },
});
/** Any other node: what lies behind its ports in `arms`; without, it goes on by `next`. */
export const node = (type: string, config: Record<string, unknown>, arms?: Record<string, Stop[]>): Stop => ({
  type,
  config,
  ...(arms && { arms }),
});
export const disabled = (stop: Stop): Stop => ({ ...stop, disabled: true });
export const called = (id: string, stop: Stop): Stop => ({ ...stop, id });

export interface Plan {
  name?: string;
  on: Trigger | Trigger[];
  filter?: Condition;
  settings?: Partial<JourneySettings>;
}

/** A journey: `journey({ on: { on: 'first_purchase' } }, wait('P1D'), mail('hello'))`. Open ends end as `completed`. */
export function journey({ name = 'Test', on, filter, settings }: Plan, ...stops: Stop[]): JourneyGraph {
  const nodes: Record<NodeId, unknown> = {};
  const counts = new Map<string, number>();
  const nameFor = ({ id, type }: Stop) => {
    if (id !== undefined) return id;
    counts.set(type, (counts.get(type) ?? 0) + 1);
    return `${type}${counts.get(type)}`;
  };
  const end = () => {
    nodes['end'] = { type: 'exit', config: { reason: 'completed' } };
    return 'end';
  };
  const place = (list: readonly Stop[], follow: () => NodeId): NodeId => {
    const ids = list.map(nameFor);
    const rest = (i: number): NodeId => (i < list.length ? ids[i]! : follow());
    list.forEach((stop, i) => {
      const next = () => rest(i + 1);
      nodes[ids[i]!] = {
        type: stop.type,
        config: stop.config,
        ...(stop.disabled ? { disabled: true } : {}),
        next: portsOf(stop, next, place),
      };
    });
    return rest(0);
  };
  const first = place(stops, end);
  nodes['start'] = {
    type: 'start',
    config: { triggers: Array.isArray(on) ? on : [on], ...(filter ? { filter } : {}) },
    next: { next: first },
  };
  return JourneyGraph.parse({ schema: 1, name, start: 'start', settings: { reentry: 'once', ...settings }, nodes });
}

type Place = (list: readonly Stop[], follow: () => NodeId) => NodeId;

function portsOf({ type, arms }: Stop, next: () => NodeId, place: Place): Record<string, NodeId> {
  if (arms) return Object.fromEntries(Object.entries(arms).map(([port, arm]) => [port, place(arm, next)]));
  return type === 'exit' ? {} : { next: next() };
}

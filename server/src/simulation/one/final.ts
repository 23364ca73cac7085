import type { Trace, TraceProblem } from '@tabiji/shared/api/trace.ts';
import type { Prepared } from '../scene/open-world.ts';
import type { MemoryWorld } from '../world.ts';

/** Where the first passage stands in the end. */
export function finalOf({ db }: MemoryWorld): Trace['final'] {
  const row = db.enrollment.all()[0];
  if (!row) return { state: 'refused', node: null, until: null, reason: null };
  const mail = db.outbox.all()[0];
  const until = row.due_at ?? mail?.hold_until ?? null;
  return {
    state: row.ended_at ? 'ended' : 'inside',
    node: row.node,
    until: row.ended_at ? null : (until?.toISOString() ?? null),
    reason: row.exit_reason,
  };
}

/** What stopped somebody: an error, a node type that is not known, work outside that nobody answered. */
export function problemsAtEnd({ db }: MemoryWorld, { version: { graph } }: Prepared): TraceProblem[] {
  const stuck = db.enrollment.all().flatMap(({ node, error, ended_at }): TraceProblem[] => {
    if (ended_at) return [];
    if (error !== null)
      return [
        {
          code: 'stuck',
          node,
          message: { ja: `ここで止まりました：${error}`, en: `Stopped here: ${error}` },
          ports: [],
        },
      ];
    return graph.unknown.has(node) ? [{ code: 'unknown_type', node, message: UNKNOWN, ports: [] }] : [];
  });
  const open = db.effect.all().map(({ node }): TraceProblem => {
    const at = graph.nodes.get(node);
    const ports = at?.definition.ports(at.config) ?? [];
    return { code: 'choose_port', node, message: CHOOSE, ports: ports.map(({ id, label }) => ({ port: id, label })) };
  });
  return [...stuck, ...open];
}

const CHOOSE = {
  ja: '結果を選んでください。試すだけなので外部には送りません。',
  en: 'Choose the result. Nothing is sent outside.',
};
const UNKNOWN = { ja: 'この手順の拡張機能が入っていません。', en: 'The plugin of this step is not installed.' };

import { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { problemsOf } from '@tabiji/shared/journey/problems.ts';
import { expect, test } from 'vitest';
import { applyCommand } from '../apply.ts';

const orders = (op: string, value: number) => ({ orders: 'count', op, value });
const arm = (port: string, percent: number) => ({ port, percent });

/** Start, what is given, an exit; every port of the given node leads to the exit unless said. */
function journey(node: object, more: { next?: Record<string, string | null>; settings?: object; nodes?: object } = {}) {
  return JourneyGraph.parse({
    schema: 1,
    name: 'Mended',
    start: 's',
    settings: more.settings ?? {},
    nodes: {
      s: { type: 'start', config: { triggers: [{ on: 'manual' }] }, next: { next: 'n' } },
      n: { next: more.next ?? { next: 'x' }, ...node },
      x: { type: 'exit', config: { reason: 'done' } },
      ...more.nodes,
    },
  });
}
const mail = { type: 'email', config: { template: 'hello' } };

const broken: [string, JourneyGraph][] = [
  ['E02', journey(mail, { nodes: { y: { type: 'exit', config: {} } } })],
  [
    'E03',
    journey(
      { type: 'branch', config: { branches: [{ port: 'yes', when: orders('gte', 2) }], else: 'no' } },
      { next: { yes: 'x', no: null } },
    ),
  ],
  ['E06', journey(mail, { settings: { sendWindow: { from: '20:00', to: '09:00' } } })],
  [
    'E07',
    journey(
      { type: 'split', config: { arms: [arm('a', 50), arm('b', 20), arm('c', 20)] } },
      { next: { a: 'x', b: 'x', c: 'x' } },
    ),
  ],
  [
    'E16',
    journey(
      { type: 'webhook', config: { url: 'http://crm.example.com/' } },
      { next: { ok: 'x', refused: 'x', failed: 'x' } },
    ),
  ],
  ['E17', journey({ type: 'wait', config: { for: 'P30D' } }, { settings: { reentry: { after: 'P7D' } } })],
  [
    'E18',
    journey(
      { type: 'branch', config: { branches: [{ port: 'yes', when: orders('gte', 2) }], else: 'no' } },
      {
        next: { yes: 'x', no: 'g' },
        nodes: { g: { type: 'go-to', config: { to: 'n', times: 3 }, next: { done: 'x' } } },
      },
    ),
  ],
  [
    'W01',
    journey(
      {
        type: 'branch',
        config: {
          branches: [
            { port: 'a', when: orders('gte', 2) },
            { port: 'b', when: orders('gte', 5) },
          ],
          else: 'no',
        },
      },
      { next: { a: 'x', b: 'x', no: 'x' } },
    ),
  ],
  ['W03', journey(mail, { next: { next: 'm' }, nodes: { m: { ...mail, next: { next: 'x' } } } })],
  [
    'W06',
    journey(
      { type: 'branch', config: { branches: [{ port: 'yes', when: { message: 'opened' } }], else: 'no' } },
      { next: { yes: 'x', no: 'x' } },
    ),
  ],
];

test.each(broken)('%s is mended by what its message offers, and nothing else breaks', (code, graph) => {
  const problem = problemsOf(graph).find((each) => each.code === code);
  if (!problem?.fix) throw new Error(`${code}: ${JSON.stringify(problemsOf(graph))}`);
  const mended = applyCommand(graph, { do: 'applyFix', fix: problem.fix, ids: ['f1', 'f2'], salt: 's' })?.after;
  expect(mended && problemsOf(mended).map((each) => each.code)).not.toContain(code);
  expect(mended && problemsOf(mended).filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(JourneyGraph.parse(mended)).toEqual(mended);
});

import { expect, test } from 'vitest';
import { JourneyGraph } from './graph.ts';
import { problemsOf } from './problems.ts';

const sound = {
  schema: 1,
  name: 'Welcome',
  start: 's',
  nodes: {
    s: { type: 'start', config: { triggers: [{ on: 'first_purchase' }] }, next: { next: 'w' } },
    w: { type: 'wait', config: { for: 'P1D' }, next: { next: 'b' } },
    b: {
      type: 'branch',
      config: { branches: [{ port: 'yes', when: { orders: 'count', op: 'gte', value: 2 } }], else: 'no' },
      next: { yes: 'x', no: 'm' },
    },
    m: { type: 'email', config: { template: 'hello' }, next: { next: 'x' } },
    x: { type: 'exit', config: { reason: 'done' } },
  },
};
const around = { templates: new Set(['hello']), segments: new Set(['vip']), ranks: new Set(['loyal', '優良客']) };

type Patch = Record<string, Record<string, unknown>>;

/** Codes of the sound journey after some nodes are changed, each with the node it names. */
function codes(patch: Patch, settings: Record<string, unknown> = {}): string[] {
  const nodes: Patch = { ...sound.nodes };
  for (const [id, change] of Object.entries(patch)) nodes[id] = { ...nodes[id], ...change };
  const found = problemsOf(JourneyGraph.parse({ ...sound, nodes, settings }), around);
  for (const { message } of found) {
    expect(message.ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
    expect(message.en).toMatch(/^[\x20-\x7e“”→…–]+$/);
  }
  return found.map(({ code, node }) => (node === undefined ? code : `${code} ${node}`));
}
const branchOn = (when: unknown) => ({ b: { config: { branches: [{ port: 'yes', when }], else: 'no' } } });
const startOn = (...triggers: unknown[]) => ({ s: { config: { triggers } } });

test('a sound journey has no problems', () => expect(codes({})).toEqual([]));

test('E01: no start, or two', () => {
  expect(codes({ s: { type: 'exit', config: {}, next: {} } })).toContain('E01');
  expect(codes({ x: { type: 'start', config: { triggers: [{ on: 'manual' }] }, next: { next: 'm' } } })).toContain(
    'E01 x',
  );
});

test('E02: nobody comes there', () => {
  expect(codes({ y: { type: 'exit', config: {} } })).toEqual(['E02 y']);
});

test('E03: a port that leads nowhere, to what is gone, or that is none', () => {
  expect(codes({ m: { next: {} } })).toEqual(['E03 m']);
  expect(codes({ m: { next: { next: 'gone' } } })).toEqual(['E03 m']);
  expect(codes({ m: { next: { next: 'x', other: 'x' } } })).toEqual(['E03 m']);
});

test('E04: a circle', () => expect(codes({ m: { next: { next: 'w' } } })).toEqual(['E04 w']));

test('E08: settings that do not fit their type, or lack something', () => {
  expect(codes({ w: { config: { for: 'two days' } } })).toEqual(['E08 w']);
  expect(codes({ w: { config: { for: 'P1D', until: 'x' } } })).toEqual(['E08 w']);
  expect(codes({ w: { config: { for: 'PT0S' } } })).toEqual(['E05 w']);
  expect(codes({ w: { config: { for: '-P1D' } } })).toEqual(['E05 w']);
  expect(codes({ w: { config: { for: 'P1D', at: '24:00' } } })).toEqual(['E08 w']);
  expect(codes({ m: { config: { template: '' } } })).toEqual(['E08 m']);
  expect(codes({ m: { config: { template: 'gone' } } })).toEqual(['E14 m']);
  expect(codes(startOn())).toEqual(['E08 s']);
  for (const wrong of [
    { on: 'schedule', cron: '0 25 * * *' },
    { on: 'schedule', cron: 'every day' },
    { on: 'cpm' },
    { on: 'cpm', rank: {}, active: true },
    { on: 'cpm', rank: { to: ['king'] } },
    { on: 'message', what: 'opened', template: 'gone' },
    { on: 'elapsed', since: 'last_order', after: '-P5D' },
    { on: 'elapsed', since: 'delivered', after: 'P5D', skipLate: '-P1D' },
    { on: 'order', where: [{ property: 'price', op: 'gte', value: 'dear' }] },
    { on: 'anniversary', attribute: 'birthday', offset: 'P1Y', at: '10:00' },
    { on: 'late', times: 0 },
  ])
    expect(codes(startOn(wrong)), JSON.stringify(wrong)).toEqual(['E08 s']);
  for (const sound of [
    { on: 'schedule', cron: '0 9 * * MON-FRI' },
    { on: 'cpm', rank: { to: ['優良客'] } },
    { on: 'elapsed', since: 'run_out', after: '-P5D' },
    { on: 'late', times: 1.5, atLeast: 'P45D', orders: 3 },
    { on: 'manual', filter: { orders: 'count', op: 'gte', value: 1 } },
  ])
    expect(codes(startOn(sound)), JSON.stringify(sound)).toEqual([]);
  expect(codes(startOn({ on: 'manual', filter: { orders: 'count', op: 'gte', value: 'x' } }))).toEqual(['E08 s']);
  expect(codes(startOn({ on: 'segment', segment: 'gone', change: 'entered' }))).toEqual(['E08 s']);
  expect(codes(branchOn({ all: [] }))).toEqual(['E08 b']);
});

test('a wait of no days is sound where a time of day is given', () => {
  expect(codes({ w: { config: { for: 'P0D', at: '18:00' } } })).toEqual([]);
});

test('E14: segments, ranks and nodes that are not there', () => {
  expect(codes(branchOn({ segment: 'gone', member: true }))).toEqual(['E14 b']);
  expect(codes(branchOn({ segment: 'vip', member: true }))).toEqual([]);
  expect(codes(branchOn({ cpm: 'rank', op: 'in', value: ['優良客', 'king'] }))).toEqual(['E14 b']);
  expect(codes(branchOn({ cpm: 'rank', op: 'eq', value: '優良客' }))).toEqual([]);
  expect(codes(branchOn({ orders: 'count', op: 'gte', value: 1, since: { node: 'gone' } }))).toEqual(['E14 b']);
});

test('E15: a type that is not installed', () => {
  expect(codes({ m: { type: 'fax', config: { number: 1 } } })).toEqual(['E15 m']);
});

test('E08: values that do not fit their operator', () => {
  expect(codes(branchOn({ orders: 'last', op: 'withinLast', value: 'a while' }))).toEqual(['E08 b']);
});

test('goal and exit conditions are looked at like all others', () => {
  expect(codes({}, { goal: { segment: 'gone', member: true } })).toEqual(['E14']);
  expect(codes({}, { exitWhen: [{ cpm: 'active', op: 'eq', value: 'no' }] })).toEqual(['E08']);
});

test('E20: quiet hours that leave nothing of the send window', () => {
  const sendWindow = { from: '22:00', to: '07:00' };
  expect(codes({}, { quietHours: { from: '21:00', to: '08:00' }, sendWindow })).toContain('E20');
  expect(codes({}, { quietHours: { from: '21:00', to: '06:00' }, sendWindow })).not.toContain('E20');
});

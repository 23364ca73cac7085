import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { expect, test } from 'vitest';
import { branch, journey, mail, wait } from '../support/build.ts';
import { ada } from '../support/people.ts';
import { createWorld } from '../support/world.ts';
import { lines, tryOut } from './try-out.ts';

const bought = { orders: 'count' as const, op: 'gte' as const, value: 2 };
const welcome = journey(
  { name: '初回', on: { on: 'first_purchase' }, settings: { quietHours: { from: '21:00', to: '08:00' } } },
  mail('hello'),
  wait('P14D', '10:00'),
  branch(bought, [mail('again')], [mail('miss')]),
);
const TEMPLATES = ['hello', 'again', 'miss'];
const enterAt = '2026-03-02T22:30:00+09:00';

test('a persona goes through a draft: filters, waits, branches and mails as in production, in 200 ms', async () => {
  await using world = await createWorld();
  await world.install(TEMPLATES);
  const asked = { graph: welcome, customer: { persona: 'first_thirties' }, enterAt };
  await tryOut(world, asked); // what is compiled once is compiled now
  const trace = await tryOut(world, asked);
  expect(trace.problems).toEqual([]);
  expect(lines(trace)).toEqual([
    '2026-03-02T13:30 persona identify',
    '2026-03-02T13:30 persona order',
    '2026-03-02T13:30 entered first_purchase',
    '2026-03-02T13:30 start leave next',
    '2026-03-02T13:30 hello ask hello',
    '2026-03-02T13:30 hello held quiet_hours',
    '2026-03-02T23:00 hello sent hello',
    '2026-03-02T23:00 hello leave next',
    '2026-03-02T23:00 wait1 sleep next',
    '2026-03-17T01:00 wait1 leave next',
    '2026-03-17T01:00 branch1 leave no',
    '2026-03-17T01:00 miss ask miss',
    '2026-03-17T01:00 miss sent miss',
    '2026-03-17T01:00 miss leave next',
    '2026-03-17T01:00 end exit completed',
    '2026-03-17T01:00 ended completed',
  ]);
  expect(trace.final).toEqual({ state: 'ended', node: 'end', until: null, reason: 'completed' });
  expect(trace.mails[0]).toMatchObject({ subject: 'hello', to: 'hanako@example.com', html: null });
  expect(trace.mails[0]!.text).toContain('佐藤花子 1');
  expect(trace.ms).toBeLessThan(200);
});

test('every wait says why it ends at that instant, and every branch what it was judged by', async () => {
  await using world = await createWorld();
  await world.install(TEMPLATES);
  const { rows } = await tryOut(world, { graph: welcome, customer: { persona: 'first_thirties' }, enterAt });
  const held = rows.find((row) => row.kind === 'held');
  const asked = Date.parse('2026-03-02T22:30:00+09:00');
  const morning = Date.parse('2026-03-03T08:00:00+09:00');
  expect(held?.steps).toEqual([
    { rule: 'quiet_hours', from: asked, to: morning, window: { from: '21:00', to: '08:00' } },
  ]);
  const sleeps = rows.find((row) => row.kind === 'step' && row.outcome === 'sleep');
  const fortnight = Date.parse('2026-03-17T08:00:00+09:00');
  expect(sleeps).toMatchObject({
    until: '2026-03-17T01:00:00.000Z',
    steps: [
      { rule: 'duration', from: morning, to: fortnight, duration: 'P14D' },
      { rule: 'time_of_day', from: fortnight, to: Date.parse('2026-03-17T10:00:00+09:00'), time: '10:00' },
    ],
  });
  const judged = rows.find((row) => row.kind === 'step' && row.node === 'branch1');
  expect(judged).toMatchObject({
    port: 'no',
    facts: [{ condition: bought, value: 1, met: false, port: 'yes' }],
    alternatives: [{ port: 'yes' }],
  });
});

test('what if: a branch that is left by the other port, and an order that is told on the time line', async () => {
  await using world = await createWorld();
  await world.install(TEMPLATES);
  const asked = { graph: welcome, customer: { persona: 'first_thirties' }, enterAt };
  const forked = await tryOut(world, { ...asked, forks: [{ node: 'branch1', port: 'yes' }] });
  expect(lines(forked)).toContain('2026-03-17T01:00 branch1 leave yes (forked)');
  expect(forked.mails.map(({ subject }) => subject)).toEqual(['hello', 'again']);
  const sooner = await tryOut(world, { ...asked, forks: [{ node: 'wait1', port: 'next', after: 'P1D' }] });
  expect(lines(sooner)).toContain('2026-03-03T23:00 wait1 leave next');
  const order = { type: 'order' as const, amount: 3000 };
  const told = await tryOut(world, {
    ...asked,
    inject: [{ do: 'tell', at: '2026-03-10T12:00:00+09:00', fact: order }],
  });
  expect(lines(told)).toContain('2026-03-10T03:00 injected order');
  expect(told.mails.map(({ subject }) => subject)).toEqual(['hello', 'again']);
});

test('a real customer: what was recorded until the entry is known, what was recorded later comes in its time', async () => {
  await using world = await createWorld();
  await world.install(TEMPLATES);
  await world.identify(ada);
  await world.order(ada);
  await world.travel('P7D');
  await world.order(ada);
  await world.travel('P30D');
  const [row] = await world.query<{ id: number }>('select id from customer');
  const asked = { graph: welcome, customer: { id: row!.id }, enterAt: '2026-03-02T10:00:00+09:00' };
  const real = await tryOut(world, asked);
  expect(lines(real)).toContain('2026-03-09T01:00 recorded order');
  expect(real.mails.map(({ template }) => template)).toEqual(['hello', 'again']);
  const alone = await tryOut(world, { ...asked, recorded: false });
  expect(alone.mails.map(({ template }) => template)).toEqual(['hello', 'miss']);
  const later = await tryOut(world, { ...asked, enterAt: '2026-03-20T10:00:00+09:00' });
  expect(later.mails.map(({ template }) => template)).toEqual(['hello', 'again']);
  const random = await tryOut(world, { ...asked, customer: { random: bought } });
  expect(random.customer?.id).toBe(row!.id);
  const nobody = await tryOut(world, { ...asked, customer: { random: { not: bought } } });
  expect(nobody.problems[0]?.code).toBe('no_customer');
});

test('who is not let in learns by which test; the door can be held open', async () => {
  await using world = await createWorld();
  const picky = journey({ on: { on: 'manual', filter: bought } }, wait('P1D'));
  const asked = { graph: picky, customer: { persona: 'first_thirties' }, enterAt };
  const refused = await tryOut(world, asked);
  expect(refused.rows.at(-1)).toMatchObject({ kind: 'refused', because: 'filter', facts: [{ value: 1, met: false }] });
  expect(refused.final.state).toBe('refused');
  expect((await tryOut(world, { ...asked, ignoreFilter: true })).final.state).toBe('ended');
});

test('work outside is never done: it asks for its result, and goes on by the port that is chosen', async () => {
  await using world = await createWorld();
  const calling: JourneyGraph = {
    schema: 1,
    name: 'w',
    start: 's',
    settings: {},
    nodes: {
      s: { type: 'start', config: { triggers: [{ on: 'manual' }] }, next: { next: 'call' } },
      call: { type: 'webhook', config: { url: 'https://example.com/x' }, next: { ok: 'x' } },
      x: { type: 'exit', config: { reason: 'after' }, next: {} },
    },
  };
  const asked = { graph: calling, customer: { persona: 'nothing' }, enterAt };
  const open = await tryOut(world, asked);
  expect(open.problems).toMatchObject([{ code: 'choose_port', node: 'call' }]);
  const [port] = open.problems[0]!.ports;
  const chosen = await tryOut(world, { ...asked, forks: [{ node: 'call', port: port!.port }] });
  expect(chosen.problems).toEqual([]);
  expect(lines(chosen)).toContain(`2026-03-02T13:30 call leave ${port!.port}`);
  expect(chosen.final).toMatchObject({ state: 'ended', reason: 'after' });
});

test('a graph that cannot run says which step, and what is missing', async () => {
  await using world = await createWorld();
  const broken = structuredClone(welcome);
  broken.nodes['wait1']!.config = { for: 'tomorrow' };
  const told = await tryOut(world, { graph: broken, customer: { persona: 'nothing' } });
  expect(told.problems).toMatchObject([{ code: 'graph', node: 'wait1' }]);
  expect((await tryOut(world, { graph: welcome, customer: { persona: 'x' } })).problems[0]?.code).toBe('no_persona');
  expect(
    (await tryOut(world, { graph: welcome, customer: { persona: 'nothing' }, trigger: 4 })).problems[0]?.code,
  ).toBe('no_trigger');
});

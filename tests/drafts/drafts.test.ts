import { keepHouse } from '@tabiji/server/jobs/keep-house.sql.ts';
import { DraftConflict } from '@tabiji/shared/api/drafts.ts';
import { ErrorReply } from '@tabiji/shared/api/basics.ts';
import type { Patch } from '@tabiji/shared/journey/patches/patch.ts';
import { expect, test } from 'vitest';
import { journey, mail, wait } from '../support/build.ts';
import { createWorld } from '../support/world.ts';
import { draftsOf } from './draft-client.ts';

const graph = journey({ name: '下書き', on: { on: 'first_purchase' } }, wait('P1D'), wait('P2D'), mail('thanks'));
const length = (node: string, value: string): Patch => ({ op: 'set', path: ['nodes', node, 'config', 'for'], value });
const rename = (value: string): Patch => ({ op: 'set', path: ['name'], value });
const label = { ja: '「待つ」の設定', en: 'Change “Wait”' };
const errorOf = ({ body }: { body: unknown }) => ErrorReply.parse(body).error;
const conflictOf = (answer: { body: unknown }) => DraftConflict.parse(errorOf(answer).details);

test('patches change the draft and nothing else of it; whose it is, is known', async () => {
  await using world = await createWorld();
  const drafts = draftsOf(world);
  const id = await drafts.begin(graph);
  const saved = await drafts.save('aki', id, { base: 1, patches: [length('wait1', 'P5D')], labels: [label] });
  expect(saved).toMatchObject({ rev: 2, changed: true });
  expect(saved.graph).toBeUndefined();
  const { wait1 } = graph.nodes;
  expect(await drafts.get(id)).toMatchObject({
    rev: 2,
    draftBy: { id: 'aki', name: 'akiさん' },
    graph: { ...graph, nodes: { ...graph.nodes, wait1: { ...wait1, config: { for: 'P5D' } } } },
  });
  expect(await world.query('select rev, tab, labels from draft_change')).toEqual([
    { rev: 2, tab: 'tab-aki', labels: [label] },
  ]);
});

test('what leads nowhere or makes no journey is refused and changes nothing', async () => {
  await using world = await createWorld();
  const drafts = draftsOf(world);
  const id = await drafts.begin(graph);
  const nowhere = await drafts.patch('aki', id, { base: 1, patches: [rename('x'), length('wait9', 'P1D')] });
  expect([nowhere.status, errorOf(nowhere).message]).toEqual([400, 'there is no nodes.wait9.config.for']);
  const none = await drafts.patch('aki', id, { base: 1, patches: [{ op: 'remove', path: ['nodes'] }] });
  expect([none.status, errorOf(none).field]).toEqual([400, 'patches']);
  expect(await drafts.get(id)).toMatchObject({ rev: 1, graph });
});

test('changes of different values go together, whoever comes first; both get both', async () => {
  await using world = await createWorld();
  const drafts = draftsOf(world);
  const id = await drafts.begin(graph);
  await drafts.save('aki', id, { base: 1, patches: [length('wait1', 'P5D')] });
  const second = await drafts.save('ben', id, { base: 1, patches: [length('wait2', 'P6D'), rename('ふたりで')] });
  expect(second.rev).toBe(3);
  const now = await drafts.get(id);
  expect(second.graph).toEqual(now.graph);
  expect(now.graph).toMatchObject({
    name: 'ふたりで',
    nodes: { wait1: { config: { for: 'P5D' } }, wait2: { config: { for: 'P6D' } } },
  });
});

test('the same value changed by two is refused to the second, with everything needed to choose', async () => {
  await using world = await createWorld();
  const drafts = draftsOf(world);
  const id = await drafts.begin(graph);
  await drafts.save('aki', id, { base: 1, patches: [length('wait1', 'P5D')], labels: [label] });
  const refused = await drafts.patch('ben', id, { base: 1, patches: [length('wait1', 'P9D'), rename('ben')] });
  expect([refused.status, errorOf(refused).code]).toEqual([409, 'conflict']);
  expect(conflictOf(refused)).toMatchObject({ rev: 2, person: { name: 'akiさん' }, labels: [label] });
  expect(await drafts.get(id)).toMatchObject({ rev: 2, graph: { name: '下書き' } });
  const whole = await drafts.call('ben', 'PUT', `/${id}/draft`, { base: 1, graph });
  expect([whole.status, conflictOf(whole).rev]).toEqual([409, 2]);
});

test('a mixture that would be broken is refused: a way to a deleted step', async () => {
  await using world = await createWorld();
  const drafts = draftsOf(world);
  const id = await drafts.begin(graph);
  const heal: Patch = { op: 'set', path: ['nodes', 'wait1', 'next', 'next'], value: 'thanks' };
  await drafts.save('aki', id, { base: 1, patches: [heal, { op: 'remove', path: ['nodes', 'wait2'] }] });
  const toIt: Patch = { op: 'set', path: ['nodes', 'start', 'next', 'next'], value: 'wait2' };
  expect((await drafts.patch('ben', id, { base: 1, patches: [toIt] })).status).toBe(409);
});

test('a save whose answer was lost is said again without harm, and goes on from there', async () => {
  await using world = await createWorld();
  const drafts = draftsOf(world);
  const id = await drafts.begin(graph);
  const body = { base: 1, patches: [length('wait1', 'P5D')] };
  await drafts.save('aki', id, body);
  expect(await drafts.save('aki', id, body)).toMatchObject({ rev: 2 });
  expect(await drafts.save('aki', id, { base: 1, patches: [length('wait1', 'P7D')] })).toMatchObject({ rev: 3 });
  expect((await drafts.get(id)).graph.nodes['wait1']?.config).toEqual({ for: 'P7D' });
});

test('many saves at once lose none: every value is there at the end', async () => {
  await using world = await createWorld();
  const drafts = draftsOf(world);
  const id = await drafts.begin(graph);
  const names = Array.from({ length: 12 }, (_, i) => `p${i}`);
  await Promise.all(
    names.map((who) =>
      drafts.save(who, id, { base: 1, patches: [{ op: 'set', path: ['settings', who], value: who }] }),
    ),
  );
  expect((await drafts.get(id)).graph.settings).toMatchObject(Object.fromEntries(names.map((who) => [who, who])));
});

test('a draft that went back to what is published has no unpublished changes', async () => {
  await using world = await createWorld();
  const drafts = draftsOf(world);
  const { id } = await world.publish(graph);
  expect(await drafts.save('aki', id, { base: 1, patches: [length('wait1', 'P5D')] })).toMatchObject({ changed: true });
  expect(await drafts.save('aki', id, { base: 2, patches: [length('wait1', 'P1D')] })).toMatchObject({
    changed: false,
  });
  const published = await drafts.call(null, 'GET', `/${id}/published`);
  expect(published.body).toEqual({ version: 1, graph });
});

test('housekeeping keeps the last changes; who comes from before them has to choose', async () => {
  await using world = await createWorld();
  const drafts = draftsOf(world);
  const id = await drafts.begin(graph);
  await drafts.save('aki', id, { base: 1, patches: [rename('a')] });
  await drafts.save('aki', id, { base: 2, patches: [rename('b')] });
  await world.query(`update draft_change set at = now() - interval '31 days' where rev = 2`);
  await keepHouse(world.services.db);
  expect(await world.query('select rev from draft_change')).toEqual([{ rev: 3 }]);
  const [early, late] = [{ base: 1 }, { base: 2 }].map((base) => ({ ...base, patches: [length('wait1', 'P3D')] }));
  expect((await drafts.patch('ben', id, early!)).status).toBe(409);
  expect((await drafts.patch('ben', id, late!)).status).toBe(200);
});

test('one window edits at a time, and hears of who would like to', async () => {
  await using world = await createWorld();
  const drafts = draftsOf(world);
  const id = await drafts.begin(graph);
  const both = await Promise.all([drafts.lease('aki', id, 'edit'), drafts.lease('ben', id, 'edit')]);
  expect(both.filter(({ mine }) => mine).length).toBe(1);
  await Promise.all([drafts.lease('aki', id, 'leave'), drafts.lease('ben', id, 'leave')]);
  expect(await drafts.lease('aki', id, 'edit')).toMatchObject({ mine: true, rev: 1, asked: null });
  expect(await drafts.lease('ben', id, 'take')).toMatchObject({ mine: false, holder: { name: 'akiさん' } });
  const told = await drafts.lease('aki', id, 'edit');
  expect(told).toMatchObject({ mine: true, asked: { person: { name: 'benさん' } } });
  expect(told.asked?.inMs).toBe(20_000);
  await drafts.lease('aki', id, 'leave');
  expect(await drafts.lease('ben', id, 'edit')).toMatchObject({ mine: true });
  const nameless = await drafts.call(null, 'POST', `/${id}/lease`, { want: 'edit' });
  expect(nameless.status).toBe(400);
});

test('a deleted draft takes its notes with it', async () => {
  await using world = await createWorld();
  const drafts = draftsOf(world);
  const id = await drafts.begin(graph);
  await drafts.lease('aki', id, 'edit');
  await drafts.save('aki', id, { base: 1, patches: [rename('a')] });
  expect((await drafts.call('aki', 'DELETE', `/${id}`)).status).toBe(200);
  expect(await world.query('select 1 from draft_change union all select 1 from draft_lease')).toEqual([]);
});

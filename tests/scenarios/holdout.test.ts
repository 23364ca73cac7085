import { expect, test } from 'vitest';
import { journey, mail } from '../support/build.ts';
import { ada, crowd } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

const visited = { on: 'event' as const, event: 'visited' };
const reasons = 'select exit_reason as reason, count(*) as n from enrollment group by 1 order by 1';

test('who is held out enters as control, gets nothing, and stays held out in every journey and at every entry', async () => {
  await using world = await createWorld();
  await world.rules({ holdout: 0.3 });
  await world.publish(journey({ name: 'a', on: visited, settings: { reentry: 'always' } }, mail('a')));
  await world.publish(journey({ name: 'b', on: visited, settings: { reentry: 'always' } }, mail('b')));
  const people = crowd(60);
  const visit = () => world.tell(people.flatMap((who) => world.facts.event(who, 'visited')));
  await visit();
  await visit();
  const groups = await world.query<{ reasons: string[]; letters: number; entries: number }>(
    `select array_agg(distinct exit_reason) as reasons, count(*) as entries,
            (select count(*) from letter l where l.customer_id = e.customer_id) as letters
       from enrollment e group by customer_id`,
  );
  const held = groups.filter((one) => one.reasons.includes('holdout'));
  expect(held.length).toBeGreaterThan(3);
  expect(held.length).toBeLessThan(40);
  for (const one of held) expect(one).toEqual({ reasons: ['holdout'], letters: 0, entries: 4 });
  for (const one of groups.filter((each) => !held.includes(each)))
    expect(one).toEqual({ reasons: ['completed'], letters: 4, entries: 4 });
});

test('a journey’s own holdout keeps who was out when the share grows', async () => {
  await using world = await createWorld();
  const graph = (holdout: number) => journey({ on: visited, settings: { reentry: 'always', holdout } }, mail('a'));
  const own = await world.publish(graph(0.2));
  const people = crowd(50);
  const visit = () => world.tell(people.flatMap((who) => world.facts.event(who, 'visited')));
  await visit();
  const [few] = await world.query<{ reason: string; n: number }>(`${reasons} desc`);
  await own.republish(graph(0.6));
  await visit();
  const flips = await world.query(
    `select customer_id from enrollment group by 1 having min(exit_reason) <> max(exit_reason)
        and (array_agg(exit_reason order by version))[1] = 'holdout'`,
  );
  expect(few?.reason).toBe('holdout');
  expect(flips).toEqual([]);
  expect(await own.stats()).toMatchObject({ active: 0, nodes: { start: { entered: 100 } } });
});

test('nothing goes to who said no to the topic, and the letter says when that was', async () => {
  await using world = await createWorld({ at: '2026-03-02T23:00:00+09:00' });
  await world.topics('other');
  const settings = { topic: 'news', quietHours: { from: '21:00', to: '08:00' } };
  await world.publish(journey({ name: 'news', on: visited, settings }, mail('news')));
  await world.publish(journey({ name: 'other', on: visited, settings: { topic: 'other' } }, mail('other')));
  await world.event(ada, 'visited');
  await world.query(
    `insert into subscription (workspace_id, customer_id, topic, subscribed, at, source)
     select workspace_id, id, 'news', false, '2026-03-03T07:00:00+09:00', 'api' from customer`,
  );
  await world.travel('P1D');
  expect(await world.letters.templatesTo(ada)).toEqual(['other']);
  expect(await world.query(`select state, because from message where template = 'news'`)).toEqual([
    { state: 'skipped', because: 'unsubscribed: 2026-03-02T22:00:00.000Z' },
  ]);
  expect(await world.exits(ada)).toEqual(['completed', 'completed']);
});

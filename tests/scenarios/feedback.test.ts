import type { Trigger } from '@tabiji/shared/journey/triggers.ts';
import { expect, test } from 'vitest';
import { branch, exit, journey, mail, wait } from '../support/build.ts';
import { ada, ben } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

test('a message that was sent starts a journey, each message once', async () => {
  await using world = await createWorld();
  const sent: Trigger = { on: 'message', what: 'sent', template: 'welcome' };
  await world.publish(
    journey({ on: { on: 'event', event: 'visited' }, settings: { reentry: 'always' } }, mail('welcome'), mail('other')),
  );
  await world.publish(journey({ on: sent, settings: { reentry: 'always' } }, exit('followed')));
  await world.event(ada, 'visited');
  await world.settle();
  await world.event(ada, 'visited');
  await world.settle();
  expect((await world.exits(ada)).filter((reason) => reason === 'followed')).toHaveLength(2);
  expect(await world.exits(ben)).toEqual([]);
});

test('what is told of a message starts journeys and answers conditions', async () => {
  await using world = await createWorld();
  const clicked: Trigger = { on: 'message', what: 'clicked', template: 'welcome' };
  const wrote = await world.publish(
    journey(
      { name: 'wrote', on: { on: 'first_purchase' } },
      mail('welcome'),
      wait('P3D'),
      branch({ message: 'opened', node: 'welcome' }, [exit('read')], [exit('unread')]),
    ),
  );
  await world.publish(journey({ name: 'clicked', on: clicked }, exit('clicked')));
  await world.order(ada);
  await world.order(ben);
  const about = { template: 'welcome', journey: wrote.id, node: 'welcome' };
  await world.event(ada, 'message_opened', about);
  await world.event(ada, 'message_clicked', about);
  await world.event(ben, 'message_opened', { ...about, journey: wrote.id + 1 }); // a node of another journey
  await world.event(ben, 'message_clicked', { ...about, template: 'other' });
  await world.travel('P5D');
  expect(await world.exits(ada)).toEqual(['read', 'clicked']);
  expect(await world.exits(ben)).toEqual(['unread']);
});

test('each booking has its passage where the rule counts a property apart', async () => {
  await using world = await createWorld();
  const settings = { reentry: 'once' as const, reentryKey: 'event.booking' as const };
  await world.publish(journey({ on: { on: 'event', event: 'booked' }, settings }, wait('P1D'), exit('done')));
  for (const booking of ['b1', 'b/2', 'b1', 'b/2', 3]) await world.event(ada, 'booked', { booking });
  await world.event(ada, 'booked');
  await world.event(ada, 'booked');
  expect(await world.query('select entry_key from entry order by 1')).toEqual(
    ['3/once', 'b/2/once', 'b1/once', 'once'].map((entry_key) => ({ entry_key })),
  );
});

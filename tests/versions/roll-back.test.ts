import { answerReview, askReview, reviewOf } from '@tabiji/server/journeys/reviews/reviews.ts';
import { mailChanges } from '@tabiji/server/journeys/versions/mail-changes.ts';
import { setVersionName } from '@tabiji/server/journeys/versions/version-rows.sql.ts';
import { volumeOf } from '@tabiji/server/journeys/versions/volume.ts';
import { saveTemplate } from '@tabiji/server/templates/templates.sql.ts';
import { expect, test } from 'vitest';
import { called, journey, mail, wait } from '../support/build.ts';
import { ada, ben, crowd } from '../support/people.ts';
import { createWorld } from '../support/world.ts';
import { publisher } from './publish-world.ts';

const on = { on: 'event' as const, event: 'joined' };
const waiting = (length: string) => journey({ on }, called('pause', wait(length, '10:00')), mail('offer'));
const MJML = (text: string) =>
  `<mjml><mj-body><mj-section><mj-column><mj-text>${text}</mj-text></mj-column></mj-section></mj-body></mjml>`;

test('1,204 people who wait are counted again: the instants in the database, and back again by an older version', async () => {
  await using world = await createWorld();
  const { id } = await world.publish(waiting('P7D'));
  const journeyOf = publisher(world, id);
  await world.tell(crowd(1204).flatMap((one) => world.facts.event(one, 'joined')));
  const due = () =>
    world.query<{ n: number; due: string; version: number }>(
      `select count(*)::int as n, to_char(due_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD HH24:MI') as due, version
         from enrollment where workspace_id = $1 and ended_at is null group by 2, 3`,
      [world.workspaceId],
    );
  expect(await due()).toEqual([{ n: 1204, due: '2026-03-09 10:00', version: 1 }]);

  await journeyOf.save(waiting('P14D'));
  const preview = await journeyOf.preview();
  expect(preview.nodes).toMatchObject([
    { node: 'pause', people: 1204, choices: [{ choice: 'keep' }, { choice: 'recount' }, {}, {}, {}] },
  ]);
  await journeyOf.publish({ plan: { pause: 'recount' }, note: '早すぎた', by: '岡' });
  expect(await due()).toEqual([{ n: 1204, due: '2026-03-16 10:00', version: 2 }]);

  await world.travel('P8D');
  expect((await journeyOf.preview(1)).nodes[0]?.choices.find(({ choice }) => choice === 'recount')?.actAtOnce).toBe(
    1204,
  );
  await expect(journeyOf.restore(1)).rejects.toMatchObject({ code: 'refused', field: 'plan' });
  await journeyOf.restore(1, { plan: { pause: 'keep' } });
  expect(await due()).toEqual([{ n: 1204, due: '2026-03-16 10:00', version: 3 }]);

  expect(await journeyOf.versions()).toMatchObject([
    { version: 3, restores: 1, inside: 1204, people: { pause: 1204 }, plan: { pause: 'keep' } },
    {
      version: 2,
      note: '早すぎた',
      publishedBy: '岡',
      restores: null,
      inside: 0,
      people: { pause: 1204 },
      changes: {
        ja: ['~ 待つ  7日後の 10:00 に進む → 14日後の 10:00 に進む'],
        en: ['~ Wait  Wait 7 days, until 10:00 → Wait 14 days, until 10:00'],
      },
    },
    { version: 1, changes: null, inside: 0 },
  ]);
});

test('a draft with changes of its own survives the return of an older version; one without follows it', async () => {
  await using world = await createWorld();
  const { id } = await world.publish(waiting('P7D'));
  const journeyOf = publisher(world, id);
  await journeyOf.save(waiting('P14D'));
  await journeyOf.publish();
  await journeyOf.restore(1);
  expect(await journeyOf.draft()).toMatchObject({ version: 3, changed: false, draft: waiting('P7D') });

  await journeyOf.save(waiting('P30D'));
  await journeyOf.restore(2);
  expect(await journeyOf.draft()).toMatchObject({ version: 4, changed: true, draft: waiting('P30D') });
  await expect(journeyOf.restore(9)).rejects.toMatchObject({ code: 'not_found' });
});

test('an older version comes back with the mails as they were', async () => {
  await using world = await createWorld();
  const { id } = await world.publish(waiting('P1D'));
  const journeyOf = publisher(world, id);
  const write = (subject: string) =>
    journeyOf.here((trx, here) =>
      saveTemplate(trx, here, { key: 'offer', name: 'ご案内', subject, mjml: MJML(subject) }),
    );
  await write('新しい件名');
  const { db } = world.services;
  expect(await mailChanges(db, world.workspaceId, id)).toMatchObject([
    {
      template: 'offer',
      name: 'ご案内',
      change: 'changed',
      before: { subject: 'offer' },
      after: { subject: '新しい件名' },
    },
  ]);
  await journeyOf.publish();
  expect(await mailChanges(db, world.workspaceId, id)).toEqual([]);
  expect(await mailChanges(db, world.workspaceId, id, 1)).toMatchObject([
    { change: 'changed', before: { subject: '新しい件名' }, after: { subject: 'offer' } },
  ]);
  await journeyOf.restore(1);
  await world.event(ada, 'joined');
  await world.travel('P2D');
  expect(await world.query(`select subject from letter where workspace_id = $1`, [world.workspaceId])).toEqual([
    { subject: 'offer' },
  ]);
});

test('a review: asked, commented, answered, outdated by a change, demanded by the workspace', async () => {
  await using world = await createWorld();
  const { id } = await world.publish(waiting('P1D'));
  const journeyOf = publisher(world, id);
  const standing = () => journeyOf.here((trx, here) => reviewOf(trx, here, id));
  expect(await standing()).toEqual({ required: false, review: null });
  await world.query('update workspace set review_required = true where id = $1', [world.workspaceId]);
  await journeyOf.save(waiting('P2D'));
  await expect(journeyOf.publish()).rejects.toMatchObject({ code: 'refused', field: 'review' });

  await journeyOf.here((trx, here) => askReview(trx, here, id, { reviewer: '林', by: '岡', text: '2日でよいですか' }));
  await expect(journeyOf.publish()).rejects.toThrow('has not been answered');
  await journeyOf.here((trx, here) =>
    answerReview(trx, here, id, { state: 'changes_wanted', by: '林', text: '3日で' }),
  );
  await expect(journeyOf.publish()).rejects.toThrow('wants changes');
  await journeyOf.here((trx, here) => answerReview(trx, here, id, { state: 'approved', by: '林' }));
  expect(await standing()).toMatchObject({
    required: true,
    review: {
      state: 'approved',
      outdated: false,
      askedBy: '岡',
      reviewer: '林',
      comments: [{ by: '岡' }, { by: '林', text: '3日で' }],
    },
  });
  await journeyOf.save(waiting('P3D'));
  expect((await standing()).review?.outdated).toBe(true);
  await expect(journeyOf.publish()).rejects.toThrow('has changed since it was approved');
  await journeyOf.here((trx, here) => answerReview(trx, here, id, { state: 'approved', by: '林' }));
  await journeyOf.publish();
  expect((await journeyOf.versions())[0]).toMatchObject({ version: 2, approvedBy: '林' });
  expect((await standing()).review).toBeNull();
  await journeyOf.restore(1); // what was published before needs no approval to come back
});

test('versions have names, and a journey knows its volume', async () => {
  await using world = await createWorld();
  const { id } = await world.publish(waiting('P1D'));
  const journeyOf = publisher(world, id);
  await journeyOf.here((trx, here) => setVersionName(trx, here, id, 1, '春の版'));
  expect((await journeyOf.versions())[0]?.name).toBe('春の版');
  await expect(journeyOf.here((trx, here) => setVersionName(trx, here, id, 7, 'x'))).rejects.toThrow('no version 7');
  await world.event(ada, 'joined');
  await world.event(ben, 'joined');
  await world.travel('P2D');
  const volume = await volumeOf(world.services.db, world.workspaceId, id);
  expect(volume).toEqual({ days: 30, entered: 2, mails: 2, wouldEnter: 0, complete: true });
});

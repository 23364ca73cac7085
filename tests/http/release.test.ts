import { ReleaseDone } from '@tabiji/shared/api/release.ts';
import { expect, test } from 'vitest';
import { journey, mail } from '../support/build.ts';
import { openShop } from '../support/shop.ts';
import { asOwner } from '../support/world-database.ts';

test(
  'a release asked for by five at once, and once more, is done once and refused to nobody',
  { timeout: 60_000 },
  async () => {
    await using shop = await openShop();
    const settings = { topic: 'transactional' };
    const id = await shop.publish(journey({ on: { on: 'event', event: 'visited' }, settings }, mail('hello')), [
      'hello',
    ]);
    await shop.call('PUT', `/v1/journeys/${id}/release/hold`, { first: 2 });
    await shop.post('/v1/batch', {
      facts: ['ada', 'ben'].flatMap((customer) => [
        { type: 'identify', customer, email: `${customer}@example.com` },
        { type: 'track', id: `${customer} visited`, customer, event: 'visited' },
      ]),
    });
    const standing = () => shop.call<{ waiting: number }>('GET', `/v1/journeys/${id}/release`);
    await expect.poll(async () => (await standing()).waiting, { timeout: 20_000 }).toBe(2);
    const ask = async () => {
      const reply = await shop.raw('POST', `/v1/journeys/${id}/release`, '{}');
      expect(reply.status).toBe(202);
      return ReleaseDone.parse(await reply.json()).outcome;
    };
    const outcomes = await Promise.all(Array.from({ length: 5 }, ask));
    expect([...outcomes, await ask()].toSorted()).toEqual([
      ...Array.from({ length: 5 }, () => 'nothing_held'),
      'released',
    ]);
    await expect.poll(async () => (await shop.letters()).length, { timeout: 20_000 }).toBe(2);
    expect(
      await asOwner(shop.databaseUrl, (owner) =>
        owner(
          'select (select count(*)::int from intervention) as acts, (select count(*)::int from release_hold) as holds',
        ),
      ),
    ).toEqual([{ acts: 1, holds: 1 }]);
  },
);

import type { Config } from '@tabiji/server/config.ts';
import type { Connection, OutsideProvider } from '@tabiji/server/messages/providers/provider.ts';
import { describe, expect, test } from 'vitest';
import { configWith } from '../../mail/services.ts';
import { folderRig } from './folder-rig.ts';
import { attempt, mailTo } from './mails.ts';
import { startOddService } from './odd-service.ts';
import { resendRig } from './resend-rig.ts';
import type { Meets, Rig, Rigs } from './rig.ts';
import { smtpRig } from './smtp-rig.ts';

const RIGS: Rigs = { smtp: smtpRig, resend: resendRig, folder: folderRig };

function open(provider: OutsideProvider, config: Partial<Config>): Connection & Disposable {
  const connection = provider.open(configWith(config));
  if ('missing' in connection) throw new Error(connection.missing);
  return { ...connection, [Symbol.dispose]: () => connection.close() };
}

const ids = (rig: Rig) => rig.arrived().map(({ messageId }) => messageId);

/** Skips what the service cannot do, so that the report shows it. */
function recipientWho(rig: Rig, meets: Meets, skip: (note: string) => never): string {
  return rig.recipient(meets) ?? skip(`there is no such thing as “${meets}” here`);
}

const elsewhere = (rig: Rig, port: number, skip: (note: string) => never): Partial<Config> =>
  rig.at?.(port) ?? skip('it connects to nothing');

describe.each(Object.entries(RIGS))('the provider %s', (_name, startRig) => {
  test('takes a mail over once, for one recipient, after looking whether it may leave', async () => {
    await using rig = await startRig();
    using connection = open(rig.provider, rig.config);
    const once = attempt();
    expect(await connection.hand(mailTo('hanako@example.com', 'k1'), once)).toMatchObject({ kind: 'accepted' });
    expect(once.asked).toBe(1);
    await expect.poll(() => rig.arrived()).toEqual([{ messageId: '<k1@tabiji.example>', to: ['hanako@example.com'] }]);
  });

  test('says which mail will never be taken, and goes on with the next', async ({ skip }) => {
    await using rig = await startRig();
    using connection = open(rig.provider, rig.config);
    const to = recipientWho(rig, 'no such mailbox', skip);
    expect(await connection.hand(mailTo(to, 'k1'), attempt())).toMatchObject({
      kind: 'refused',
      because: expect.stringMatching(/\d{3}/),
    });
    expect(await connection.hand(mailTo('hanako@example.com', 'k2'), attempt())).toMatchObject({ kind: 'accepted' });
    await expect.poll(() => ids(rig)).toEqual(['<k2@tabiji.example>']);
  });

  test.for(['too busy', 'too busy for a second'] as const)(
    'tries later when a service is %s',
    async (meets, { skip }) => {
      await using rig = await startRig();
      using connection = open(rig.provider, rig.config);
      const to = recipientWho(rig, meets, skip);
      const handed = await connection.hand(mailTo(to, 'k1'), attempt());
      expect(handed).toMatchObject({ kind: 'later' });
      expect('afterMs' in handed ? handed.afterMs : undefined).toBe(meets === 'too busy' ? undefined : 1000);
      expect(ids(rig)).toEqual([]);
    },
  );

  test.for(['a broken line', 'silence'] as const)(
    'does not claim to know what became of a mail that met %s',
    async (meets, { skip }) => {
      await using rig = await startRig();
      using connection = open(rig.provider, rig.config);
      const to = recipientWho(rig, meets, skip);
      const start = performance.now();
      const handed = await connection.hand(mailTo(to, 'k1'), attempt({ signal: AbortSignal.timeout(1500) }));
      expect(handed).toMatchObject({ kind: 'unknown', because: expect.stringMatching(/./) });
      expect(performance.now() - start).toBeLessThan(10_000);
      await expect.poll(() => ids(rig)).toEqual(['<k1@tabiji.example>']);
    },
  );

  test('destroys its connection to a service that is silent beyond the deadline', async ({ skip }) => {
    await using rig = await startRig();
    using connection = open(rig.provider, rig.config);
    const to = recipientWho(rig, 'silence', skip);
    await connection.hand(mailTo(to, 'k1'), attempt({ signal: AbortSignal.timeout(1500) }));
    await expect.poll(() => rig.connections?.()).toBe(0);
  });

  test('withdraws a mail that may not leave, and carries the next one', async () => {
    await using rig = await startRig();
    using connection = open(rig.provider, rig.config);
    const never = attempt({ mayLeave: () => Promise.resolve(false) });
    expect(await connection.hand(mailTo('hanako@example.com', 'k1'), never)).toEqual({ kind: 'withdrawn' });
    expect(await connection.hand(mailTo('hanako@example.com', 'k2'), attempt())).toMatchObject({ kind: 'accepted' });
    await expect.poll(() => ids(rig)).toEqual(['<k2@tabiji.example>']);
  });

  test('carries several at once, round after round, none twice', async () => {
    await using rig = await startRig();
    const keys = Array.from({ length: rig.provider.concurrency * 6 }, (_, index) => `k${index}`);
    using connection = open(rig.provider, rig.config);
    for (const round of [keys.slice(0, keys.length / 2), keys.slice(keys.length / 2)]) {
      const handed = await Promise.all(
        round.map((key) => connection.hand(mailTo(`${key}@example.com`, key), attempt())),
      );
      expect(handed.map(({ kind }) => kind)).toEqual(round.map(() => 'accepted'));
    }
    await expect.poll(() => ids(rig).toSorted()).toEqual(keys.map((key) => `<${key}@tabiji.example>`).toSorted());
  });

  test('takes the same key for the same mail where it says that this is safe', async ({ skip }) => {
    await using rig = await startRig();
    if (!rig.provider.sameKeyIsSafe) skip('it knows no keys');
    using connection = open(rig.provider, rig.config);
    const first = await connection.hand(mailTo('hanako@example.com', 'k1'), attempt());
    expect(await connection.hand(mailTo('hanako@example.com', 'k1'), attempt())).toEqual(first);
    expect(ids(rig)).toEqual(['<k1@tabiji.example>']);
  });

  test('throws nothing at an attempt whose time is over', async () => {
    await using rig = await startRig();
    using connection = open(rig.provider, rig.config);
    const handed = await connection.hand(
      mailTo('hanako@example.com', 'k1'),
      attempt({ signal: AbortSignal.abort(new Error('over')) }),
    );
    expect(['later', 'unknown']).toContain(handed.kind);
    expect(ids(rig)).toEqual([]);
  });

  test('knows that nothing was taken where nobody listens', async ({ skip }) => {
    await using rig = await startRig();
    using connection = open(rig.provider, elsewhere(rig, 9, skip));
    expect(await connection.hand(mailTo('hanako@example.com', 'k1'), attempt())).toMatchObject({
      kind: 'later',
      everybody: true,
    });
  });

  test.for([
    ['says nothing', () => undefined],
    ['hangs up', (socket) => void socket.destroy()],
    ['talks nonsense', (socket) => void socket.end('旅は道連れ\r\n\r\n')],
    ['says an endless word', (socket) => void socket.write('2'.repeat(1 << 20))],
  ] satisfies [string, Parameters<typeof startOddService>[0]][])(
    'is never sure, throws nothing and stays connected to nothing where a service %s',
    async ([, behave], { skip }) => {
      await using rig = await startRig();
      await using odd = await startOddService(behave);
      using connection = open(rig.provider, elsewhere(rig, odd.port, skip));
      const handed = await connection.hand(
        mailTo('hanako@example.com', 'k1'),
        attempt({ signal: AbortSignal.timeout(1500) }),
      );
      expect(['later', 'unknown']).toContain(handed.kind);
      await expect.poll(() => odd.connections()).toBe(0);
    },
  );
});

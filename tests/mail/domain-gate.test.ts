import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { addSender } from '@tabiji/server/senders/change-sender.ts';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { checkDomain } from '@tabiji/server/domains/check-domains.ts';
import { acceptFinding, takeBack } from '@tabiji/server/domains/accept-finding.ts';
import { listDomains, makeKey } from '@tabiji/server/domains/domains.ts';
import { askBefore, watchDomains } from '@tabiji/server/domains/watch-domains.ts';
import { releaseSender } from '@tabiji/server/feedback/sender-health/pauses.sql.ts';
import { checkDraft } from '@tabiji/server/journeys/checks/check-draft.ts';
import { getJourney, insertJourney } from '@tabiji/server/journeys/journeys.sql.ts';
import { publish } from '@tabiji/server/journeys/publish.ts';
import { createMailing } from '@tabiji/server/mailings/mailings.ts';
import { changeWorkspace, getWorkspace } from '@tabiji/server/workspaces/workspaces.sql.ts';
import { SenderSettings } from '@tabiji/shared/sending/sender.ts';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { journey, mail } from '../support/build.ts';
import { createTestDatabase } from '../support/database.ts';
import { startDnsServer, type Zone } from '../support/dns-server.ts';
import { prepareMailing, rowsOf } from './fixture.ts';
import { servicesOn, WORKSPACE } from './services.ts';

const dataDir = await mkdtemp(path.join(os.tmpdir(), 'tabiji-gate-'));
afterAll(() => rm(dataDir, { recursive: true }));
const DOMAIN = 'tabiji.example';
const IN_ORDER: Zone = {
  [DOMAIN]: ['TXT v=spf1 mx ~all', `MX mail.${DOMAIN}`],
  [`_dmarc.${DOMAIN}`]: ['TXT v=DMARC1; p=none'],
};
const FOOTER = `<mjml><mj-body><mj-section><mj-column><mj-text>{{ workspace.company }} {{ workspace.postalAddress }}
  {{ workspace.contact }} 配信停止はこちら <a href="{{ links.unsubscribe }}">解除</a></mj-text></mj-column></mj-section></mj-body></mjml>`;
const IDENTITY = { company: '旅路株式会社', postalAddress: '京都市中京区1-2', contact: '075-000-0000' };

/** A live shop whose mails leave by SMTP, from a domain that a DNS server of its own knows. */
async function openLiveShop(zone: Zone = {}) {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await createTestDatabase());
  const dns = stack.use(await startDnsServer({ ...IN_ORDER, ...zone }));
  const services = stack.use(
    servicesOn(database.url, { smtpUrl: 'smtp://127.0.0.1:9', dnsServers: [dns.address], dataDir }),
  );
  const { db } = services;
  await prepareMailing(db, { provider: 'smtp', customers: 3, mjml: FOOTER });
  await changeWorkspace(db, WORKSPACE, { identity: IDENTITY });
  const graph = (topic: string, sender?: string) => {
    const hello = mail('hello');
    return journey(
      { on: { on: 'manual' }, settings: { topic } },
      { ...hello, config: { ...hello.config, ...(sender && { sender }) } },
    );
  };
  const draft = (topic: string, sender?: string) =>
    inWorkspace(db, WORKSPACE, (trx, here) => insertJourney(trx, here, graph(topic, sender)));
  const shop = {
    services,
    dns,
    draft,
    problems: async (topic: string, sender?: string) => {
      const id = await draft(topic, sender);
      const { problems } = await inWorkspace(db, WORKSPACE, (trx, here) => checkDraft(trx, here, id));
      return problems.map(({ code, severity, domain }) => [code, severity, ...(domain ? [domain] : [])].join(' '));
    },
    publish: async (topic: string, sender?: string) => {
      const id = await draft(topic, sender);
      await askBefore(services, WORKSPACE);
      return inWorkspace(db, WORKSPACE, async (trx, here) =>
        publish(trx, here, id, (await getJourney(trx, here.id, id)).draft_rev),
      );
    },
    check: () => checkDomain(services, WORKSPACE, DOMAIN),
    /** Makes a key and lets the DNS show it. */
    sign: async () => {
      await makeKey(services, WORKSPACE, DOMAIN);
      const all = await inWorkspace(db, WORKSPACE, (trx, here) => listDomains(trx, here, services.config));
      const { record, selector } = all[0]!.keys[0]!;
      dns.zone[record.name] = [`TXT ${record.value}`];
      await checkDomain(services, WORKSPACE, DOMAIN);
      return { name: record.name, selector };
    },
    /** An hour goes by, and the job that asks the DNS has its turn. */
    anHourLater: async () => {
      const earlier = (part: string) =>
        `to_char((known #>> '{dkim,${part}}')::timestamptz - interval '61 minutes', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
      await rowsOf(
        db,
        sql`update domain_check set next_at = next_at - interval '61 minutes',
              known = jsonb_set(known, '{dkim,since}', to_jsonb(${sql.raw(earlier('since'))}))`,
      );
      await rowsOf(db, sql`update sender_pause set paused_at = paused_at - interval '61 minutes'`);
      await watchDomains(services, {}, new AbortController().signal);
    },
    state: async () => {
      const row = await getWorkspace(db, WORKSPACE);
      return { failing: row!.failing_domains, paused: row!.paused_senders };
    },
    keys: async () =>
      (await inWorkspace(db, WORKSPACE, (trx, here) => listDomains(trx, here, services.config)))[0]!.keys,
  };
  const parts = stack.move();
  return { ...shop, [Symbol.asyncDispose]: () => parts.disposeAsync() };
}

test('promotions cannot be published from a domain that receivers turn away; what an order needs can', async () => {
  await using shop = await openLiveShop({ [`_dmarc.${DOMAIN}`]: [] });
  expect(await shop.problems('news')).toEqual([]); // nobody has looked yet
  await expect(shop.publish('news')).rejects.toMatchObject({
    code: 'refused',
    message: expect.stringContaining('DKIM・DMARC'),
    details: [{ code: 'E22', domain: DOMAIN }],
  });
  expect(await shop.problems('news')).toEqual([`E22 error ${DOMAIN}`]);
  expect(await shop.problems('transactional')).toEqual([`E22 warning ${DOMAIN}`]);
  await shop.publish('transactional');
  const plan = {
    segment: null,
    template: 'hello',
    sender: null,
    topic: 'news',
    at: '2099-01-01T10:00',
    zone: 'workspace' as const,
  };
  await expect(
    inWorkspace(shop.services.db, WORKSPACE, (trx, here) =>
      createMailing(trx, here, { ...plan, name: '初売り' }, undefined),
    ),
  ).rejects.toMatchObject({ details: [{ code: 'E22' }] });

  await shop.sign();
  shop.dns.zone[`_dmarc.${DOMAIN}`] = ['TXT v=DMARC1; p=none'];
  await shop.publish('news'); // asks once more by itself
  expect(await shop.state()).toEqual({ failing: [], paused: [] });
});

test('a DNS that does not answer is in nobody’s way', async () => {
  await using shop = await openLiveShop();
  for (const name of [DOMAIN, `_dmarc.${DOMAIN}`, `_dmarc.example`]) shop.dns.down.add(name);
  await shop.sign();
  await shop.publish('news');
  await shop.anHourLater();
  expect(await shop.state()).toEqual({ failing: [], paused: [] });
});

test('each journey is judged by the senders it writes with, their staff included', async () => {
  await using shop = await openLiveShop();
  await shop.sign();
  const other = SenderSettings.parse({
    name: '店長',
    fromName: { ja: '店長', en: '' },
    address: 'tencho@other.example',
    identity: { company: '', postalAddress: '', contact: '' },
  });
  const staff = {
    attribute: '担当',
    people: [{ key: 'a', name: '田中', address: 'tanaka@other.example', replyTo: null }],
  };
  await inWorkspace(shop.services.db, WORKSPACE, async (trx, here) => {
    await addSender(trx, here, { ...other, key: 'tencho', identity: {} });
    await addSender(trx, here, { ...other, key: 'nameless', address: `n@${DOMAIN}`, identity: { contact: '' } });
    await addSender(trx, here, { ...other, key: 'team', address: `team@${DOMAIN}`, identity: {}, staff });
  });
  await checkDomain(shop.services, WORKSPACE, 'other.example');
  expect(await shop.problems('news')).toEqual([]);
  expect(await shop.problems('news', 'tencho')).toEqual(['E22 error other.example']);
  expect(await shop.problems('news', 'team')).toEqual(['E22 error other.example']);
  expect(await shop.problems('news', 'nameless')).toEqual(['E13 error']);
  await shop.publish('news');
  await expect(shop.publish('news', 'tencho')).rejects.toThrow('other.example');
  await expect(shop.publish('news', 'nameless')).rejects.toThrow('店長');
});

test('somebody may send all the same; that counts until the DNS says another thing', async () => {
  await using shop = await openLiveShop();
  await shop.check();
  const accept = (topic: 'dkim' | 'spf') =>
    inWorkspace(shop.services.db, WORKSPACE, (trx, here) =>
      acceptFinding(trx, here, { domain: DOMAIN, topic, by: '花', note: '中継サーバーが署名します' }),
    );
  await expect(accept('spf')).rejects.toThrow('Nothing about SPF');
  await accept('dkim');
  await shop.publish('news');
  await inWorkspace(shop.services.db, WORKSPACE, (trx, here) => takeBack(trx, here, DOMAIN, 'dkim'));
  await expect(shop.publish('news')).rejects.toThrow('DKIM');
  await accept('dkim');
  await makeKey(shop.services, WORKSPACE, DOMAIN); // from now on it is another finding: the record is missing
  await shop.check();
  await expect(shop.publish('news')).rejects.toThrow('DKIM');
});

test('a key that is gone for an hour stops promotions and is seen; they go on by themselves when it is back', async () => {
  await using shop = await openLiveShop();
  const { name } = await shop.sign();
  const record = shop.dns.zone[name]!;
  expect(await shop.state()).toEqual({ failing: [], paused: [] });
  delete shop.dns.zone[name];
  await shop.check();
  await shop.check();
  expect(await shop.state()).toEqual({ failing: [], paused: [] }); // it may be a zone that is written anew just now
  await shop.anHourLater();
  expect(await shop.state()).toEqual({ failing: [DOMAIN], paused: ['main'] });
  shop.dns.zone[name] = record;
  await shop.check();
  expect(await shop.state()).toEqual({ failing: [], paused: [] });
  expect(await rowsOf(shop.services.db, sql`select because, domain, released_by from sender_pause`)).toEqual([
    { because: 'domain', domain: DOMAIN, released_by: 'Tabiji' },
  ]);
});

test('who lets a sender go on without its key is not stopped again for it', async () => {
  await using shop = await openLiveShop();
  const { name } = await shop.sign();
  delete shop.dns.zone[name];
  await shop.check();
  await shop.anHourLater();
  await inWorkspace(shop.services.db, WORKSPACE, (trx, here) =>
    releaseSender(trx, here, 'main', { by: '花', note: '急ぎ' }),
  );
  await shop.anHourLater();
  await shop.check();
  expect(await shop.state()).toEqual({ failing: [DOMAIN], paused: [] });
});

test('when a newer key goes from the DNS, the one before it signs again', async () => {
  await using shop = await openLiveShop();
  const first = await shop.sign();
  const second = await shop.sign();
  const record = shop.dns.zone[second.name]!;
  const signing = async () => (await shop.keys()).find(({ state }) => state === 'signing')?.selector;
  expect(await signing()).toBe(second.selector);
  delete shop.dns.zone[second.name];
  await shop.check();
  expect(await signing()).toBe(first.selector);
  expect(await shop.problems('news')).toEqual([]);
  shop.dns.zone[second.name] = record;
  await shop.check();
  expect(await signing()).toBe(second.selector);
});

test('the DNS is asked every day, and in an hour where it did not answer', async () => {
  await using shop = await openLiveShop();
  const hours = () =>
    rowsOf(
      shop.services.db,
      sql<{
        hours: number;
      }>`select round(extract(epoch from next_at - checked_at) / 3600)::int as hours from domain_check`,
    );
  await watchDomains(shop.services, {}, new AbortController().signal);
  expect(await hours()).toEqual([{ hours: 24 }]);
  shop.dns.down.add(`_dmarc.${DOMAIN}`);
  await shop.check();
  expect(await hours()).toEqual([{ hours: 1 }]);
});

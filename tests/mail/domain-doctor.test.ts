import { loadConfig } from '@tabiji/server/config.ts';
import { runCommand } from '@tabiji/server/cli/run-command.ts';
import { openDns } from '@tabiji/server/domains/dns.ts';
import { examine } from '@tabiji/server/domains/examine.ts';
import type { Sending } from '@tabiji/server/domains/finding.ts';
import { worstOf } from '@tabiji/shared/api/domains.ts';
import { expect, test } from 'vitest';
import { startDnsServer, type Zone } from '../support/dns-server.ts';

const KEY = { domain: 'shop.co.jp', selector: 'k1', publicKey: 'MIIB'.repeat(98) }; // longer than one string of TXT
const GOOD: Zone = {
  'shop.co.jp': ['TXT google-site-verification=x', 'TXT v=spf1 include:_spf.host.example ~all', 'MX mail.shop.co.jp'],
  '_spf.host.example': ['TXT v=spf1 ip4:192.0.2.0/24 -all'],
  'k1._domainkey.shop.co.jp': [`TXT v=DKIM1; k=rsa; p=${KEY.publicKey}`],
  '_dmarc.shop.co.jp': ['TXT v=DMARC1; p=none; rua=mailto:d@shop.co.jp'],
};

async function look(changes: Zone, sending: Partial<Sending> = {}, down: string[] = []) {
  await using server = await startDnsServer({ ...GOOD, ...changes });
  for (const name of down) server.down.add(name);
  const all = await examine(openDns([server.address]), {
    domain: 'shop.co.jp',
    provider: 'smtp',
    keys: [KEY],
    ...sending,
  });
  const by = (topic: string) => all.find((one) => one.topic === topic);
  return { all, codes: Object.fromEntries(all.map(({ topic, code }) => [topic, code])), by };
}

test('a domain that is set up well is good, whatever else its records say', async () => {
  const { all, codes } = await look({});
  expect(codes).toEqual({ spf: 'good', dkim: 'good', dmarc: 'watches', mx: 'good' });
  expect(worstOf(all)).toBe('good');
});

test('a domain with nothing is told each record to add', async () => {
  const { codes, by } = await look({
    'shop.co.jp': [],
    'k1._domainkey.shop.co.jp': [],
    '_dmarc.shop.co.jp': [],
  });
  expect(codes).toEqual({ spf: 'none', dkim: 'missing', dmarc: 'none', mx: 'none' });
  expect(by('spf')?.record).toEqual({ type: 'TXT', name: 'shop.co.jp', value: 'v=spf1 mx ~all' });
  expect(by('dkim')?.record?.name).toBe('k1._domainkey.shop.co.jp');
  expect(by('dmarc')?.record).toEqual({ type: 'TXT', name: '_dmarc.shop.co.jp', value: 'v=DMARC1; p=none' });
});

test.each<[what: string, zone: Zone, spf: string, record: string | undefined]>([
  ['several records', { 'shop.co.jp': ['TXT v=spf1 mx ~all', 'TXT v=spf1 a -all'] }, 'several', 'v=spf1 mx a ~all'],
  ['everybody', { 'shop.co.jp': ['TXT v=spf1 mx +all'] }, 'allows_all', 'v=spf1 mx ~all'],
  ['a slip of the pen', { 'shop.co.jp': ['TXT v=spf1 ipv4:192.0.2.1 mx ~all'] }, 'syntax', 'v=spf1 mx ~all'],
  [
    'an include that is gone',
    { 'shop.co.jp': ['TXT v=spf1 include:gone.example mx ~all'] },
    'include_missing',
    'v=spf1 mx ~all',
  ],
  ['no end', { 'shop.co.jp': ['TXT v=spf1 ip4:192.0.2.1'] }, 'open_ended', 'v=spf1 ip4:192.0.2.1 ~all'],
  ['three dead names', { 'shop.co.jp': ['TXT v=spf1 a:x.example a:y.example a:z.example ~all'] }, 'voids', undefined],
  [
    'eleven lookups',
    {
      'shop.co.jp': [`TXT v=spf1 ${Array.from({ length: 11 }, (_, at) => `exists:%{i}.${at}.example`).join(' ')} ~all`],
    },
    'lookups',
    undefined,
  ],
  ['a redirect', { 'shop.co.jp': ['TXT v=spf1 redirect=_spf.host.example'] }, 'good', undefined],
])('SPF: %s', async (_, zone, spf, record) => {
  const { codes, by } = await look(zone);
  expect(codes['spf']).toBe(spf);
  expect(by('spf')?.record?.value).toBe(record);
});

test('SPF names the provider that carries the mails', async () => {
  const resend = { provider: 'resend', keys: [] } as const;
  const { codes, by } = await look({}, resend);
  expect(codes).toMatchObject({ spf: 'not_named', dkim: 'provider' });
  expect(by('spf')?.record?.value).toBe('v=spf1 include:_spf.host.example include:amazonses.com ~all');
  const named = {
    'shop.co.jp': ['TXT v=spf1 include:amazonses.com ~all', 'MX mail.shop.co.jp'],
    'amazonses.com': ['TXT v=spf1 ip4:199.255.192.0/22 -all'],
    'resend._domainkey.shop.co.jp': ['TXT p=MIGf'],
  };
  expect((await look(named, resend)).codes).toMatchObject({ spf: 'good', dkim: 'good' });
});

test.each<[what: string, records: string[], dkim: string]>([
  ['another key', ['TXT v=DKIM1; p=AAAA'], 'other'],
  ['a key that was taken back', ['TXT v=DKIM1; p='], 'other'],
  ['two of them', ['TXT v=DKIM1; p=AAAA', 'TXT v=DKIM1; p=BBBB'], 'several'],
  ['with spaces', [`TXT v=DKIM1 ; k=rsa ; p=${KEY.publicKey.replace(/(.{100})/, '$1 ')}`], 'good'],
])('DKIM: %s', async (_, records, dkim) => {
  expect((await look({ 'k1._domainkey.shop.co.jp': records })).codes['dkim']).toBe(dkim);
});

const BELOW = { domain: 'mail.shop.co.jp' };
test.each<[what: string, dmarc: string[], sending: Partial<Sending>, code: string]>([
  ['the registered domain speaks for those below it', ['TXT v=DMARC1; p=reject'], BELOW, 'good'],
  ['with a policy of its own for them', ['TXT v=DMARC1; p=reject; sp=none'], BELOW, 'watches'],
  ['relaxed, a key of the domain above is enough', ['TXT v=DMARC1; p=quarantine; adkim=r'], BELOW, 'good'],
  ['strict, it is not', ['TXT v=DMARC1; p=none; adkim=s'], BELOW, 'strict'],
  ['strict, and the key is its own', ['TXT v=DMARC1; p=reject; adkim=s'], {}, 'good'],
  ['refused unless signed, and nothing signs', ['TXT v=DMARC1; p=reject'], { keys: [] }, 'unsigned'],
  ['several', ['TXT v=DMARC1; p=none', 'TXT v=DMARC1; p=reject'], {}, 'several'],
  ['no policy at all', ['TXT v=DMARC1; p=all'], {}, 'policy'],
  ['not one of DMARC', ['TXT v=DMARC2; p=none'], {}, 'none'],
])('DMARC: %s', async (_, dmarc, sending, code) => {
  expect((await look({ '_dmarc.shop.co.jp': dmarc }, sending)).codes['dmarc']).toBe(code);
});

test('.co.jp is nobody’s domain: what to add stands at the one that was registered', async () => {
  const { by } = await look({ '_dmarc.shop.co.jp': [], '_dmarc.co.jp': ['TXT v=DMARC1; p=reject'] }, BELOW);
  expect(by('dmarc')).toMatchObject({ code: 'none', record: { name: '_dmarc.shop.co.jp' } });
});

test.each<[what: string, records: string[], mx: string]>([
  ['an address alone', ['A 192.0.2.1'], 'address'],
  ['one of IPv6', ['AAAA 2001:db8::1'], 'address'],
  ['neither', ['TXT hello'], 'none'],
])('MX: %s', async (_, records, mx) => {
  expect((await look({ 'shop.co.jp': records })).codes['mx']).toBe(mx);
});

test('a DNS that does not answer says nothing about the domain, and the rest is still told', async () => {
  const { all, codes } = await look({}, {}, ['shop.co.jp']);
  expect(codes).toEqual({ spf: 'unreachable', dkim: 'good', dmarc: 'watches', mx: 'unreachable' });
  expect(worstOf(all)).toBe('unknown');
  const inside = await look({}, {}, ['_spf.host.example', 'k1._domainkey.shop.co.jp', '_dmarc.shop.co.jp']);
  expect(inside.codes).toEqual({ spf: 'unreachable', dkim: 'unreachable', dmarc: 'unreachable', mx: 'good' });
});

test('the command says it in words, and in its exit code', async () => {
  await using server = await startDnsServer({
    ...GOOD,
    'bad.example': ['TXT v=spf1 +all', 'MX mail.bad.example'],
  });
  const type = async (...args: string[]) => {
    const printed: string[] = [];
    const told: string[] = [];
    const code = await runCommand(['doctor', ...args], {
      config: loadConfig({ TABIJI_DNS: server.address }),
      output: { print: (text) => printed.push(text), tell: (text) => told.push(text) },
      signal: new AbortController().signal,
    });
    return { code, text: [...printed, ...told].join('\n') };
  };
  const bad = await type('domain', 'BAD.example.', '--lang', 'ja');
  expect(bad.code).toBe(1);
  expect(bad.text).toContain('世界中の誰でも');
  expect(bad.text).toContain('+ bad.example  TXT  v=spf1 ~all');
  expect((await type('domain')).code).toBe(2);
  expect((await type('domain', 'not a name')).code).toBe(2);
  server.zone['shop.co.jp'] = ['TXT v=spf1 include:amazonses.com ~all', 'MX mail.shop.co.jp'];
  server.zone['amazonses.com'] = ['TXT v=spf1 ip4:199.255.192.0/22 -all'];
  server.zone['resend._domainkey.shop.co.jp'] = ['TXT p=MIGf'];
  expect((await type('domain', 'shop.co.jp', '--provider', 'resend')).code).toBe(0);
  server.down.add('_dmarc.shop.co.jp');
  expect((await type('domain', 'shop.co.jp', '--provider', 'resend')).code).toBe(3);
});

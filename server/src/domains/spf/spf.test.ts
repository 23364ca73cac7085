import { expect, test } from 'vitest';
import type { Answer, Dns } from '../dns.ts';
import { mendSpf } from './mend-spf.ts';
import { isSpf, parseSpf, type Spf } from './parse-spf.ts';
import { walkSpf } from './walk-spf.ts';

const wrongIn = (text: string) => {
  const parsed = parseSpf(text);
  return 'wrong' in parsed ? parsed.wrong : undefined;
};

test.each([
  'v=spf1 -all',
  'v=spf1 mx a:mail.shop.example/24 ip4:192.0.2.0/24 ip6:2001:db8::/32 include:_spf.example.com ~all',
  'v=spf1 a//64 a/24//64 ptr exists:%{i}._spf.shop.example ?all',
  'V=SPF1  include:A.Example.Com.  redirect=_spf.example.com exp=why.example.com unknown=thing',
])('a record is understood: %s', (text) => {
  expect(isSpf(text)).toBe(true);
  expect(wrongIn(text)).toBeUndefined();
});

test.each([
  ['v=spf1 include: ~all', 'include:'],
  ['v=spf1 ipv4:192.0.2.1 ~all', 'ipv4:192.0.2.1'],
  ['v=spf1 ip4:192.0.2.1/33 ~all', 'ip4:192.0.2.1/33'],
  ['v=spf1 ip4:2001:db8::1 ~all', 'ip4:2001:db8::1'],
  ['v=spf1 ip4:shop.example ~all', 'ip4:shop.example'],
  ['v=spf1 include:a.example/24 -all', 'include:a.example/24'],
  ['v=spf1 all:yes', 'all:yes'],
  ['v=spf1 -include', '-include'],
  ['v=spf1 redirect=a.example redirect=b.example', 'redirect=b.example'],
  ['v=spf1 192.0.2.1 ~all', '192.0.2.1'],
])('the term that is wrong is named: %s', (text, wrong) => {
  expect(wrongIn(text)).toBe(wrong);
});

test.each(['v=spf10 -all', 'google-site-verification=x', 'v=DMARC1; p=none', 'spf1 -all'])('“%s” is no SPF', (text) => {
  expect(isSpf(text)).toBe(false);
});

/** A DNS of these TXT records and hosts. */
const dnsOf = (txt: Record<string, string | string[]>, hosts: readonly string[] = []): Dns => {
  const host = (name: string): Promise<Answer<string>> =>
    Promise.resolve(hosts.includes(name) ? { kind: 'found', records: ['192.0.2.1'] } : { kind: 'none' });
  return {
    txt: (name) => {
      const said = txt[name];
      if (said === undefined) return Promise.resolve({ kind: 'none' });
      if (said === 'down') return Promise.resolve({ kind: 'unreachable' });
      return Promise.resolve({ kind: 'found', records: Array.isArray(said) ? said : [said] });
    },
    mx: host,
    address: host,
  };
};
const walk = (text: string, ...dns: Parameters<typeof dnsOf>) =>
  walkSpf(dnsOf(...dns), 'shop.example', parseSpf(text) as Spf);

test('lookups are counted through everything that is taken in', async () => {
  const ten = Object.fromEntries(
    Array.from({ length: 10 }, (_, at) => [`s${at}.example`, 'v=spf1 ip4:192.0.2.1 ~all']),
  );
  const includes = Object.keys(ten).map((name) => `include:${name}`);
  expect((await walk(`v=spf1 ${includes.join(' ')} ~all`, ten)).lookups).toBe(10);
  expect((await walk(`v=spf1 ${includes.join(' ')} mx ~all`, ten, ['shop.example'])).lookups).toBe(11);
  const nested = { ...ten, 'all.example': `v=spf1 ${includes.join(' ')} -all` };
  expect((await walk('v=spf1 redirect=all.example', nested)).lookups).toBe(11);
  expect((await walk('v=spf1 ip4:192.0.2.1 ip6:::1 ~all include:never.example', {})).lookups).toBe(0);
});

test('names that nothing stands behind are counted, and those that depend on the mail are not asked for', async () => {
  expect((await walk('v=spf1 a:gone.example mx:gone2.example a ~all', {}, ['shop.example'])).voids).toBe(2);
  expect(await walk('v=spf1 exists:%{i}.list.example -all', {})).toMatchObject({ voids: 0, lookups: 1 });
});

test.each([
  ['v=spf1 include:gone.example ~all', {}, 'include_missing'],
  ['v=spf1 include:text.example ~all', { 'text.example': 'hello' }, 'include_missing'],
  ['v=spf1 include:two.example ~all', { 'two.example': ['v=spf1 -all', 'v=spf1 ~all'] }, 'several'],
  ['v=spf1 include:bad.example ~all', { 'bad.example': 'v=spf1 ipv4:1 -all' }, 'syntax'],
  ['v=spf1 redirect=shop.example', { 'shop.example': 'v=spf1 redirect=shop.example' }, 'loop'],
  [
    'v=spf1 include:a.example -all',
    { 'a.example': 'v=spf1 include:b.example -all', 'b.example': 'v=spf1 include:a.example -all' },
    'loop',
  ],
])('what makes a record worthless is found: %s', async (text, txt: Record<string, string | string[]>, code) => {
  expect((await walk(text, txt)).trouble?.code).toBe(code);
});

test('a DNS that does not answer is no fault of the record', async () => {
  const found = await walk('v=spf1 include:down.example ~all', { 'down.example': 'down' });
  expect(found).toMatchObject({ unreachable: true, voids: 0 });
  expect(found.trouble).toBeUndefined();
});

test.each([
  ['v=spf1 +all', true, false],
  ['v=spf1 mx all', true, false],
  ['v=spf1 mx', false, true],
  ['v=spf1 redirect=r.example', false, false],
  ['v=spf1 mx ?all', false, false],
])('%s: everybody may send %s, open-ended %s', async (text, allowsAll, isOpenEnded) => {
  expect(await walk(text, { 'r.example': 'v=spf1 -all' }, ['shop.example'])).toMatchObject({ allowsAll, isOpenEnded });
});

test.each([
  [[], ['mx'], 'v=spf1 mx ~all'],
  [
    ['v=spf1 include:a.example -all', 'v=spf1 include:b.example include:a.example ~all'],
    [],
    'v=spf1 include:a.example include:b.example -all',
  ],
  [['v=spf1 mx +all'], [], 'v=spf1 mx ~all'],
  [['v=spf1 ipv4:1 mx ~all'], ['include:amazonses.com'], 'v=spf1 mx include:amazonses.com ~all'],
  [
    ['v=spf1 redirect=_spf.example'],
    ['include:amazonses.com'],
    'v=spf1 include:_spf.example include:amazonses.com ~all',
  ],
])('one record that allows what several did: %s', (records, needed, wanted) => {
  expect(mendSpf(records, { needed })).toBe(wanted);
  expect(wrongIn(wanted)).toBeUndefined();
});

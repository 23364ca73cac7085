import { expect, test } from 'vitest';
import { customerValues, orderValues, sampleCustomer } from '../templates/values.ts';
import { pack, type Packed, unpack } from './packed.ts';
import { type Letterhead, type Parts, spellOut } from './parts.ts';

const HERE = { id: 3, linkKeys: ['first key', 'second key'] };

const head = (more: Partial<Letterhead> = {}): Letterhead => ({
  sender: 'main',
  from: { name: '旅路商店', address: 'hello@shop.example' },
  replyTo: 'answers@shop.example',
  returns: 'bounce@mail.shop.example',
  measures: { clicks: true, opens: true },
  base: { url: 'https://mail.shop.example', inboundAddress: 'stop@shop.example' },
  topic: { key: 'news', kind: 'marketing' },
  keys: 2,
  workspace: {
    name: '旅路商店',
    senderName: '旅路商店',
    senderAddress: 'hello@shop.example',
    locale: 'ja',
    timeZone: 'Asia/Tokyo',
    company: '旅路商店',
    postalAddress: '',
    contact: 'hello@shop.example',
  },
  journey: { name: '二回目のあと' },
  now: '2026-04-01T03:00:00.000Z',
  ...more,
});

const partsOf = (of: number, common: Letterhead): Parts => {
  const facts = { ...sampleCustomer('ja'), attributes: { 'answers.felt': 'yes', plan: 'pro' } };
  const question = { felt: { yes: `https://mail.shop.example/q/${of}` } };
  const own = {
    of,
    to: `c${of}@shop.example`,
    customer: customerValues(facts, 'ja'),
    orders: orderValues(facts),
    question,
  };
  return { head: common, own };
};

const mailsOf = (heads: readonly Letterhead[]) =>
  heads.map((common, index) => {
    const parts = partsOf(100 + index, common);
    return { id: 9000 + index, parts, pinned: spellOut(parts, 9000 + index, HERE) };
  });

/** As PostgreSQL keeps it. */
const stored = (packed: Packed): Packed => JSON.parse(JSON.stringify(packed)) as Packed;
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('a retry says the same to the byte, also after another key was added', () => {
  const usual = head();
  const { replyTo: _, returns: __, ...short } = head({ topic: { key: 'orders', kind: 'transactional' } });
  const mails = mailsOf([
    usual,
    { ...short, measures: { clicks: false, opens: false } },
    usual,
    head({ now: 'later' }),
  ]);
  const again = unpack(stored(pack(mails)), { ...HERE, linkKeys: [...HERE.linkKeys, 'third key'] });
  expect(again.map(([id]) => id)).toEqual(mails.map(({ id }) => id));
  for (const [index, [, pinned]] of again.entries())
    expect(JSON.stringify(pinned)).toBe(JSON.stringify(mails[index]!.pinned));
});

const common = head();

test('what mails have in common is kept once, and no link that can be signed again', () => {
  const packed = JSON.stringify(pack(mailsOf([common, common, common])));
  expect(packed.split(common.workspace.timeZone)).toHaveLength(2);
  expect(packed).not.toContain(`${common.base.url}/u/`);
});

test('what was pinned before, or by an earlier version, is read as it stands', () => {
  const [mail] = mailsOf([common]);
  expect(unpack(stored(pack([{ id: 1, pinned: mail!.pinned }])), HERE)).toEqual([[1, plain(mail!.pinned)]]);
  expect(unpack(stored({ '17': mail!.pinned }), HERE)).toEqual([[17, plain(mail!.pinned)]]);
});

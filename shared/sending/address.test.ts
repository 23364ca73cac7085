import { expect, test } from 'vitest';
import { addressKind, addressOnWire } from './address.ts';

const long = (length: number) => 'a'.repeat(length);

test.each([
  ['hanako@example.com', 'standard'],
  ['hanako.yamada@docomo.ne.jp', 'standard'],
  ['hanako+shop@example.co.jp', 'standard'],
  ["o'neill@example.com", 'standard'],
  ['a@b.jp', 'standard'],
  ['A.B@EXAMPLE.COM', 'standard'],
  ['_hanako_@softbank.ne.jp', 'standard'],
  ['hanako/ta-ro?@ezweb.ne.jp', 'standard'],
  ['hanako@mail.example.xn--q9jyb4c', 'standard'],
  [`${long(64)}@example.com`, 'standard'],
  ['a..b@docomo.ne.jp', 'nonstandard'],
  ['a...b@docomo.ne.jp', 'nonstandard'],
  ['a.@docomo.ne.jp', 'nonstandard'],
  ['.a@docomo.ne.jp', 'nonstandard'],
  ['..a..@docomo.ne.jp', 'nonstandard'],
  ['a..b@DoCoMo.ne.jp', 'nonstandard'],
  ['a.@ezweb.ne.jp', 'nonstandard'],
  ['a..b@b2.ezweb.ne.jp', 'nonstandard'],
  ['a.@au.com', 'nonstandard'],
  ['a..b@softbank.ne.jp', 'nonstandard'],
  ['a.@i.softbank.jp', 'nonstandard'],
  ['a..b@t.vodafone.ne.jp', 'nonstandard'],
  ['a.@disney.ne.jp', 'nonstandard'],
  ['.a@ymobile.ne.jp', 'nonstandard'],
  ['a.@pdx.ne.jp', 'nonstandard'],
  ['a..b@example.com', 'wrong'],
  ['a.@gmail.com', 'wrong'],
  ['.a@yahoo.co.jp', 'wrong'],
  ['a..b@docomo.ne.jp.example.com', 'wrong'],
  ['a..b@evil-docomo.ne.jp', 'wrong'],
  ['a..b@x.y.ezweb.ne.jp', 'wrong'],
  ['a..b,c@docomo.ne.jp', 'wrong'],
  ['"a..b"@docomo.ne.jp', 'wrong'],
  ['a b.@docomo.ne.jp', 'wrong'],
  ['a.\r\nRCPT TO:<x@docomo.ne.jp>@docomo.ne.jp', 'wrong'],
  ['<a..b@docomo.ne.jp>', 'wrong'],
  ['a..b@docomo', 'wrong'],
  ['@docomo.ne.jp', 'wrong'],
  [`${long(65)}@docomo.ne.jp`, 'wrong'],
  ['花子@docomo.ne.jp', 'wrong'],
  ['', 'wrong'],
  ['a@b', 'wrong'],
  ['a@b.example\r\nBcc: c@d.example', 'wrong'],
  ['a@b.example, c@d.example', 'wrong'],
  ['a@b.example c@d.example', 'wrong'],
  ['a@[127.0.0.1]', 'wrong'],
  ['a@-b.example', 'wrong'],
  ['a@b..example', 'wrong'],
  [`a@${'b'.repeat(250)}.example`, 'wrong'],
] as const)('%s is %s', (address, kind) => {
  expect(addressKind(address)).toBe(kind);
});

test('a mail server gets quotes where it needs them and nowhere else', () => {
  expect(addressOnWire('a..b@docomo.ne.jp')).toBe('"a..b"@docomo.ne.jp');
  expect(addressOnWire('a.@ezweb.ne.jp')).toBe('"a."@ezweb.ne.jp');
  expect(addressOnWire('.a@docomo.ne.jp')).toBe('".a"@docomo.ne.jp');
  expect(addressOnWire('a.b@docomo.ne.jp')).toBe('a.b@docomo.ne.jp');
});

import { expect, test } from 'vitest';
import { FAMILIES, familyOf } from './families.ts';

test.each([
  ['hana@docomo.ne.jp', 'docomo'],
  ['a..b@DOCOMO.NE.JP', 'docomo'],
  ['x@ezweb.ne.jp', 'au'],
  ['x@ae.ezweb.ne.jp', 'au'],
  ['x@au.com', 'au'],
  ['x@softbank.ne.jp', 'softbank'],
  ['x@i.softbank.jp', 'softbank'],
  ['x@t.vodafone.ne.jp', 'softbank'],
  ['x@jp-t.ne.jp', 'softbank'],
  ['x@ymobile1.ne.jp', 'softbank'],
  ['x@gmail.com', 'gmail'],
  ['x@googlemail.com', 'gmail'],
  ['x@hotmail.co.jp', 'microsoft'],
  ['x@yahoo.co.jp', 'yahoo-jp'],
  ['x@yahoo.ne.jp', 'yahoo-jp'],
  ['x@me.com', 'icloud'],
  ['x@example.com', 'other'],
  ['x@notdocomo.ne.jp', 'other'],
  ['x@docomo.ne.jp.example.com', 'other'],
  ['x@ne.jp', 'other'],
  ['nonsense', 'other'],
])('%s is taken in by %s', (address, family) => {
  expect(familyOf(address)).toBe(family);
  expect(FAMILIES).toContain(family);
});

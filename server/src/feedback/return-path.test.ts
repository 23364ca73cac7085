import { expect, test } from 'vitest';
import { findReturnTokens, isReturnToken, returnPath, returnToken } from './return-path.ts';

const HERE = { id: 3, linkKeys: ['first key', 'second key'] };
const MAIL = { customerId: 999_999_999_999, messageId: 2_000_001 };

test('an address names one mail, also after servers changed its letters or another key was added', () => {
  const path = returnPath('bounce@mail.shop.example', returnToken(HERE, MAIL));
  expect(path).toMatch(/^bounce\+[0-9a-z-]+@mail\.shop\.example$/);
  expect(path.split('@')[0]!.length).toBeLessThanOrEqual(64);
  for (const text of [`<${path}>`, path.toUpperCase(), `rfc822; ${path}\r\nTo: somebody`]) {
    const [claim, ...others] = findReturnTokens(text);
    expect(others).toEqual([]);
    expect(claim).toMatchObject({ workspaceId: 3, ...MAIL });
    expect(isReturnToken(claim!, { ...HERE, linkKeys: [...HERE.linkKeys, 'third key'] })).toBe(true);
  }
});

test('no other token is believed', () => {
  const token = returnToken(HERE, MAIL);
  const other = returnToken(HERE, { ...MAIL, messageId: MAIL.messageId + 1 });
  const mixed = [...other.split('-').slice(0, 4), token.split('-')[4]].join('-');
  for (const forged of [mixed, token.replace(/.$/, (last) => (last === '0' ? '1' : '0')), token.replace(/^3/, '4')])
    for (const claim of findReturnTokens(forged)) expect(isReturnToken(claim, HERE)).toBe(false);
  expect(isReturnToken(findReturnTokens(token)[0]!, { id: 3, linkKeys: ['another key', 'and another'] })).toBe(false);
  expect(isReturnToken(findReturnTokens(token)[0]!, { ...HERE, id: 4 })).toBe(false);
});

import type { MailboxSettings } from '@tabiji/shared/api/mailbox.ts';
import { expect, test } from 'vitest';
import { askedOf, NEW_MAILBOX, valuesOf, withTls } from './mailbox-values.ts';

const KEPT: MailboxSettings = {
  host: 'imap.shop.example',
  port: 993,
  tls: 'tls',
  username: 'bounce',
  folder: 'INBOX',
  readAt: null,
  trouble: null,
  taken: 0,
  passed: 0,
  broken: 0,
  lastTakenAt: null,
};

test('what is kept is asked for again without its password', () => {
  const { host, port, tls, username, folder } = KEPT;
  expect(askedOf(valuesOf(KEPT), KEPT)).toEqual({ asked: { host, port, tls, username, folder } });
});

test('another server or user needs its own password', () => {
  for (const other of [{ host: 'imap.other.example' }, { username: 'else' }])
    expect(askedOf({ ...valuesOf(KEPT), ...other }, KEPT)).toEqual({ wrong: new Set(['password']) });
});

test('empty and odd fields are named', () => {
  expect(askedOf(NEW_MAILBOX, null)).toEqual({ wrong: new Set(['host', 'username', 'password']) });
  const odd = { ...NEW_MAILBOX, host: 'imap example', port: '70000', username: 'a', password: 'b' };
  expect(askedOf(odd, null)).toEqual({ wrong: new Set(['host', 'port']) });
});

test('the usual port follows the protection, a chosen one stays', () => {
  expect(withTls(NEW_MAILBOX, 'starttls').port).toBe('143');
  expect(withTls({ ...NEW_MAILBOX, port: '1993' }, 'starttls').port).toBe('1993');
});

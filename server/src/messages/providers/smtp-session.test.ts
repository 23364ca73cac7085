import { parseConnectionUrl } from 'nodemailer/lib/shared';
import { expect, test } from 'vitest';
import { needsTls } from './smtp-session.ts';

test.each([
  ['smtp://mail.example.com:587', true],
  ['smtp://user:secret@10.0.0.5', true],
  ['smtp://mail.example.com?ignoreTLS=true', false],
  ['smtps://mail.example.com', false], // has TLS from the first byte
  ['smtp://127.0.0.1:2525', false],
  ['smtp://localhost', false],
])('%s: STARTTLS is required: %s', (url, required) => {
  expect(needsTls(parseConnectionUrl(url))).toBe(required);
});

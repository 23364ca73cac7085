import { expect, test } from 'vitest';
import { readSenderTrouble } from './sender-trouble.ts';

test.each([
  [
    'resend 403 validation_error: The shop.example domain is not verified.',
    'domain',
    'The shop.example domain is not verified.',
  ],
  ['resend 422 invalid_from_address: Invalid `from` field:\ntwo lines', 'address', 'Invalid `from` field:\ntwo lines'],
  ['resend 403 something_new: No.', 'other', 'No.'],
  ['closed', 'other', 'closed'],
])('%s: %s', (because, cause, detail) => {
  expect(readSenderTrouble(because)).toEqual({ cause, detail });
});

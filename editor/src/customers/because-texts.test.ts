import { MAIL_REASONS } from '@tabiji/shared/sending/reasons.ts';
import { SuppressionReason } from '@tabiji/shared/sending/suppression.ts';
import { expect, test } from 'vitest';
import { customers as en } from '../i18n/en/customers.ts';
import { customers as ja } from '../i18n/ja/customers.ts';

test.each(MAIL_REASONS)('why a mail did not go can be read in both languages: %s', (reason) => {
  expect(ja.because[reason]).toMatch(/[ぁ-ん]/);
  expect(en.because[reason]).toMatch(/[a-z]{2}/);
});

test.each(SuppressionReason.options)('why an address is not written to can be read in both languages: %s', (reason) => {
  expect(ja.suppression[reason].length).toBeGreaterThan(0);
  expect(en.suppression[reason].length).toBeGreaterThan(0);
});

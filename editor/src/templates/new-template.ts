import type { Locale } from '@tabiji/shared/locale.ts';
import type { MailDoc } from './doc/mail-doc.ts';

/** The last part of the address of a template that is not saved yet; no key can look like this. */
export const NEW_TEMPLATE = '+';

const WORDS = {
  ja: {
    name: '新しいメール',
    subject: "{{ customer.lastName | keisho: '様' }}、こんにちは",
    hello: "{{ customer.lastName | keisho: '様' }}",
    body: 'いつもありがとうございます。',
  },
  en: {
    name: 'New mail',
    subject: 'Hello {{ customer.firstName }}',
    hello: 'Hello {{ customer.firstName }},',
    body: 'Thank you for being with us.',
  },
} as const;

/** What a new template begins with: a whole mail that can be sent as it is. */
export function newTemplate(locale: Locale): MailDoc {
  const { name, subject, hello, body } = WORDS[locale];
  const mjml = `<mjml>
  <mj-body>
    <mj-section>
      <mj-column>
        <mj-text font-size="16px" line-height="1.8">${hello}</mj-text>
        <mj-text font-size="16px" line-height="1.8">${body}</mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>
`;
  return { name, subject, mjml, language: locale, main: locale, others: {} };
}

/** A key that no template has yet. */
export function freeKey(taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(`mail-${number}`)) number += 1;
  return `mail-${number}`;
}

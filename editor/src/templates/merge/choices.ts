import type { MailValue } from '@tabiji/shared/api/mail-page.ts';

/** A value that a mail may say, as people look for it. */
export interface Choice {
  value: MailValue;
  /** Its name in the shown language. */
  words: string;
  /** How the name is read. */
  yomi?: string | undefined;
  group: 'customer' | 'attributes' | 'orders' | 'links' | 'shop';
}

/** Values with their names; `name` and `read` give the texts of the fixed ones, undefined where there is none. */
export const choicesOf = (
  values: readonly MailValue[],
  name: (path: string) => string | undefined,
  read: (path: string) => string | undefined,
): Choice[] =>
  values.map((value): Choice => {
    const own = value.path.split('.').slice(2).join('.');
    return {
      value,
      words: name(value.path) ?? value.note ?? (own === '' ? value.path : own),
      yomi: read(value.path),
      group: groupOf(value.path),
    };
  });

function groupOf(path: string): Choice['group'] {
  if (path.startsWith('customer.attributes.')) return 'attributes';
  if (path.startsWith('customer.')) return 'customer';
  if (path.startsWith('orders.')) return 'orders';
  return /^(question|links)\./.test(path) ? 'links' : 'shop';
}

import { blocksIn, type Mail } from '@tabiji/shared/mail/block.ts';
import { blockTypes } from '@tabiji/shared/mail/blocks/registry.ts';
import type { MailEdit } from '@tabiji/shared/mail/edits/edit.ts';
import { slotsIn } from '@tabiji/shared/mail/edits/fit.ts';
import fc from 'fast-check';

/** Numbers from which an edit is chosen for whatever mail there is at that moment. */
export const choice = fc.record({
  what: fc.nat({ max: 7 }),
  block: fc.nat(),
  slot: fc.nat(),
  index: fc.nat({ max: 6 }),
  offer: fc.nat(),
  text: fc.oneof(
    fc.constantFrom(
      'center',
      '#2f5199',
      'https://a.example/?a=1&b=2',
      "{{ customer.name | default: 'x' }}",
      '12px',
      '',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  ),
});
type Choice = typeof choice extends fc.Arbitrary<infer Value> ? Value : never;

const pick = <Item>(items: readonly Item[], n: number): Item | undefined => items[n % Math.max(items.length, 1)];

const offers = blockTypes.flatMap((type) => type.offers);

/** An edit of this mail; undefined where it has no block that could be edited so. */
export function editFrom(mail: Mail, { what, block, slot, index, offer, text }: Choice): MailEdit | undefined {
  const one = pick(blocksIn(mail.body!), block);
  const gap = { slot: pick(slotsIn(mail.body!), slot)!.start, index };
  const defaults = mail.defaults;
  const inserted: MailEdit = { do: 'insert', at: gap, mjml: pick(offers, offer)!.mjml({ locale: 'ja', defaults }) };
  if (!one) return inserted;
  const field = pick(Object.keys(one.type.fields), offer);
  const edits: (MailEdit | undefined)[] = [
    inserted,
    { do: 'move', block: one.start, to: gap },
    { do: 'move', block: one.start, to: gap },
    { do: 'remove', block: one.start },
    { do: 'duplicate', block: one.start },
    field === undefined ? undefined : { do: 'set', block: one.start, field, value: text },
    { do: 'columns', block: one.start, count: 2 + (index % 3) },
    { do: 'condition', block: one.start, when: 'orders.count > 1' },
  ];
  return edits[what];
}

import { expect, test } from 'vitest';
import { blocksIn } from '../../block.ts';
import { editMail } from '../../edits/edit-mail.ts';
import { readMail } from '../../read-mail.ts';
import { orderItems } from './block.ts';

const around = (block: string) =>
  `<mjml><mj-body><mj-section><mj-column>${block}</mj-column></mj-section></mj-body></mjml>`;
const offered = around(orderItems.offers[0]!.mjml({ locale: 'ja', defaults: readMail(around('')).defaults }));
const blockIn = (source: string) => blocksIn(readMail(source).body!).find(({ type }) => type.type === 'order-items')!;
const choose = (source: string, value: string) =>
  editMail(source, { do: 'set', block: blockIn(source).start, field: 'which', value })?.source;

test('the block says which order it shows, and choosing the other changes only that', () => {
  expect(blockIn(offered).values['which']).toBe('orders');
  const other = choose(offered, 'order')!;
  expect(other).toBe(offered.replace('in orders.items', 'in order.items'));
  expect(blockIn(other).values['which']).toBe('order');
  expect(choose(other, 'orders')).toBe(offered);
});

test('a block that goes through something else is left as it is', () => {
  const own = offered.replace('in orders.items', 'in customer.attributes.items');
  expect(blockIn(own).values['which']).toBe('');
  expect(choose(own, 'order')).toBe(own);
});

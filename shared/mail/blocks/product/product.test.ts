import { expect, test } from 'vitest';
import { editMail } from '../../edits/edit-mail.ts';
import { readMail } from '../../read-mail.ts';
import { product } from './block.ts';

const around = (block: string) => `<mjml><mj-body>${block}</mj-body></mjml>`;
const offered = around(product.offers[0]!.mjml({ locale: 'ja', defaults: readMail(around('')).defaults }));
const named = (source: string, value: string) => {
  const [block] = readMail(source).body!.blocks;
  return editMail(source, { do: 'set', block: block!.start, field: 'name', value })?.source ?? '';
};

test('the picture is described by the product’s name, so that nothing is left to fill in that the form does not show', () => {
  expect(named(offered, '麦茶 "大"')).toMatch(/alt="麦茶 &quot;大&quot;"[\s\S]*>麦茶 "大"</);
  expect(named(named(offered, '麦茶'), 'ほうじ茶')).toContain('alt="ほうじ茶"');
});

test('a description of its own stays', () => {
  const described = offered.replace('alt="【商品名】"', 'alt="湯気の立つ湯のみ"');
  expect(named(described, '麦茶')).toContain('alt="湯気の立つ湯のみ"');
});

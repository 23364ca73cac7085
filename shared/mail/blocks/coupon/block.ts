import { z } from 'zod';
import { padding, Pixels, Text } from '../common-fields.ts';
import { defineBlock } from '../define-block.ts';
import { innerText } from '../field.ts';
import { htmlIn, part } from '../part.ts';
import { accentOf, marked } from '../standard.ts';
import { namesIn } from '../../source/element.ts';

const MARK = 'tabiji-coupon';
const PARTS = ['coupon-title', 'coupon-code', 'coupon-terms'] as const;

export const coupon = defineBlock({
  type: 'coupon',
  group: 'shop',
  levels: ['column'],
  label: { ja: 'クーポン', en: 'Coupon' },
  values: z.object({ title: Text, code: Text, terms: Text, padding: Pixels }),
  fields: {
    title: innerText({ label: { ja: '内容', en: 'Offer' }, control: { kind: 'text' }, schema: Text }, part(PARTS[0])),
    code: innerText({ label: { ja: 'コード', en: 'Code' }, control: { kind: 'text' }, schema: Text }, part(PARTS[1])),
    terms: innerText(
      { label: { ja: '期限と条件', en: 'Until when, for what' }, control: { kind: 'lines' }, schema: Text },
      part(PARTS[2]),
    ),
    padding,
  },
  offers: [
    {
      name: 'coupon',
      label: { ja: 'クーポン', en: 'Coupon' },
      about: { ja: '内容、コード、期限を枠で囲みます', en: 'An offer with its code and date, in a box' },
      keywords: ['くーぽん', 'kuupon', 'わりびき', 'waribiki', '割引', '特典', 'とくてん', 'discount', 'code'],
      mjml: ({ locale, defaults }) => {
        const [title, code, terms] =
          locale === 'ja'
            ? ['【特典の内容】', '【コード】', '【期限と条件】']
            : ['【offer】', '【code】', '【until when, for what】'];
        return `<mj-table ${marked(defaults, 'mj-text', MARK)}>
  <tr><td align="center" style="padding:20px;border:1px dashed ${accentOf(defaults)};border-radius:6px;text-align:center">
    <div class="coupon-title" style="font-weight:600">${title}</div>
    <div class="coupon-code" style="padding:6px 0;font-size:22px;letter-spacing:2px;font-weight:600;color:${accentOf(defaults)}">${code}</div>
    <div class="coupon-terms" style="font-size:13px">${terms}</div>
  </td></tr>
</mj-table>`;
      },
    },
  ],
  recognise: (place) =>
    namesIn(place.element, 'css-class').includes(MARK) &&
    htmlIn(place).length > 0 &&
    PARTS.every((name) => part(name)(place)),
  writable: 'html',
  summary: ({ title, code }) => `${title} ${code}`,
});

import { z } from 'zod';
import { background, Colour, Link, Text } from '../common-fields.ts';
import { defineBlock } from '../define-block.ts';
import { attribute, innerText, setAttribute, type Place } from '../field.ts';
import { inside } from '../part.ts';
import { marked } from '../standard.ts';
import { attributeOf, namesIn } from '../../source/element.ts';

const MARK = 'tabiji-product';
const PARTS = ['mj-image', 'mj-text', 'mj-button'] as const;

const words = {
  ja: {
    image: '【商品画像】',
    name: '【商品名】',
    price: '【価格】',
    about: '【ひとこと】',
    link: '【商品ページ】',
    button: '商品を見る',
  },
  en: {
    image: '【image】',
    name: '【Product】',
    price: '【price】',
    about: '【One line】',
    link: '【link】',
    button: 'See it',
  },
};

const title = innerText(
  { label: { ja: '商品名', en: 'Name' }, control: { kind: 'text' }, schema: Text },
  inside('mj-text'),
);

/** The picture is described by the product's name, unless somebody has described it otherwise. */
function describe(place: Place, value: string) {
  const picture = inside('mj-image')(place);
  return picture && attributeOf(picture, 'alt') === title.read(place) ? setAttribute(picture, 'alt', value) : [];
}

export const product = defineBlock({
  type: 'product',
  group: 'shop',
  levels: ['body'],
  label: { ja: '商品', en: 'Product' },
  values: z.object({
    image: Link,
    name: Text,
    price: Text,
    about: Text,
    button: Text,
    link: Link,
    background: Colour,
  }),
  fields: {
    image: attribute(
      'src',
      { label: { ja: '画像', en: 'Image' }, control: { kind: 'image' }, schema: Link },
      inside('mj-image'),
    ),
    name: { ...title, write: (place, value) => [...title.write(place, value), ...describe(place, value)] },
    price: innerText(
      { label: { ja: '価格', en: 'Price' }, control: { kind: 'text' }, schema: Text },
      inside('mj-text', 1),
    ),
    about: innerText(
      { label: { ja: '説明', en: 'About' }, control: { kind: 'lines' }, schema: Text },
      inside('mj-text', 2),
    ),
    button: innerText(
      { label: { ja: 'ボタンの文字', en: 'Words of the button' }, control: { kind: 'text' }, schema: Text },
      inside('mj-button'),
    ),
    link: attribute(
      'href',
      { label: { ja: '商品ページ', en: 'Link' }, control: { kind: 'link' }, schema: Link },
      inside('mj-button'),
    ),
    background,
  },
  offers: [
    {
      name: 'product',
      label: { ja: '商品', en: 'Product' },
      about: { ja: '写真、名前、価格、ボタン', en: 'Photo, name, price, button' },
      keywords: [
        'しょうひん',
        'shouhin',
        'syouhin',
        'ねだん',
        'かかく',
        'kakaku',
        'おすすめ',
        'item',
        'price',
        'goods',
      ],
      mjml: ({ locale, defaults }) => {
        const { image, name, price, about, link, button } = words[locale];
        return `<mj-section ${marked(defaults, 'mj-section', MARK)} padding="8px 0 24px">
  <mj-column width="40%" vertical-align="middle">
    <mj-image src="${image}" alt="${name}" padding="0 16px 12px 40px" />
  </mj-column>
  <mj-column width="60%" vertical-align="middle">
    <mj-text font-size="16px" font-weight="600" line-height="1.6" padding="0 40px 4px 8px">${name}</mj-text>
    <mj-text font-size="15px" line-height="1.6" padding="0 40px 8px 8px">${price}</mj-text>
    <mj-text font-size="14px" line-height="1.7" padding="0 40px 12px 8px">${about}</mj-text>
    <mj-button href="${link}" align="left" padding="0 40px 12px 8px">${button}</mj-button>
  </mj-column>
</mj-section>`;
      },
    },
  ],
  recognise: (place) =>
    namesIn(place.element, 'css-class').includes(MARK) &&
    PARTS.every((tag) => inside(tag)(place)) &&
    inside('mj-text', 2)(place) !== undefined,
  summary: ({ name }) => name,
});

import { z } from 'zod';
import { colour, Colour, fontSize, padding, Pixels } from '../common-fields.ts';
import { defineBlock } from '../define-block.ts';
import type { Field } from '../field.ts';
import { marked } from '../standard.ts';
import { namesIn } from '../../source/element.ts';

const MARK = 'tabiji-order-items';

const LOOP = /(\{%-?\s*for\s+\w+\s+in\s+)(orders?)(?=\.items\b)/;

/** The values that the loop goes through; empty where it goes through something else. */
const Which = z.enum(['', 'order', 'orders']);

const WHICH = [
  { value: 'orders', label: { ja: 'いちばん新しい注文', en: 'The latest' } },
  { value: 'order', label: { ja: 'きっかけの注文', en: 'The one it follows' } },
] as const;

/** Whose things: of the reader's last order, or of the order that started the journey. */
const which: Field<z.infer<typeof Which>> = {
  label: { ja: 'どの注文', en: 'Which order' },
  help: {
    ja: 'きっかけの注文は、ジャーニーを始めた注文です。あとで別の注文があっても変わりません',
    en: 'The one it follows has started the journey; a later order changes nothing',
  },
  control: { kind: 'choice', choices: WHICH },
  schema: Which,
  read: ({ source, element }) =>
    (LOOP.exec(source.slice(element.innerStart, element.innerEnd))?.[2] as z.infer<typeof Which>) ?? '',
  write: ({ source, element }, value) => {
    const found = LOOP.exec(source.slice(element.innerStart, element.innerEnd));
    if (!found || value === '') return [];
    const start = element.innerStart + found.index + found[1]!.length;
    return [{ start, end: start + found[2]!.length, text: value }];
  },
};

/** The things of an order of the reader, one below the other. */
export const orderItems = defineBlock({
  type: 'order-items',
  group: 'shop',
  levels: ['column'],
  label: { ja: '注文の品', en: 'Order items' },
  values: z.object({ which: Which, color: Colour, fontSize: Pixels, padding: Pixels }),
  fields: { which, color: colour, fontSize, padding },
  offers: [
    {
      name: 'order-items',
      label: { ja: '注文の品', en: 'Order items' },
      about: { ja: '読む人が注文した品を並べます', en: 'What the reader ordered' },
      keywords: [
        'ちゅうもん',
        'chuumon',
        'tyuumon',
        'しなもの',
        'shinamono',
        '明細',
        'めいさい',
        'order',
        'items',
        'list',
      ],
      mjml: ({ locale, defaults }) => {
        const amount = locale === 'ja' ? '{{ item.quantity }}点' : '{{ item.quantity }} ×';
        const price = locale === 'ja' ? '{{ item.price | yen }}' : '¥{{ item.price }}';
        return `<mj-text ${marked(defaults, 'mj-text', MARK)}>
  {% for item in orders.items %}<div style="padding:10px 0;border-bottom:1px solid #d9d6cd">{{ item.name }}<br /><span style="font-size:13px">{% if item.quantity %}${amount} {% endif %}{% if item.price %}${price}{% endif %}</span></div>{% endfor %}
</mj-text>`;
      },
    },
  ],
  recognise: ({ element }) => element.tag === 'mj-text' && namesIn(element, 'css-class').includes(MARK),
  writable: 'html',
});

import { z } from 'zod';
import { colour, Colour, fontSize, padding, Pixels } from '../common-fields.ts';
import { defineBlock } from '../define-block.ts';
import { marked } from '../standard.ts';
import { namesIn } from '../../source/element.ts';

const MARK = 'tabiji-order-items';

/** The things of the reader's last order, one below the other. */
export const orderItems = defineBlock({
  type: 'order-items',
  group: 'shop',
  levels: ['column'],
  label: { ja: '注文の品', en: 'Order items' },
  values: z.object({ color: Colour, fontSize: Pixels, padding: Pixels }),
  fields: { color: colour, fontSize, padding },
  offers: [
    {
      name: 'order-items',
      label: { ja: '注文の品', en: 'Order items' },
      about: { ja: '読む人のいちばん新しい注文の品を並べます', en: 'What the reader ordered last' },
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

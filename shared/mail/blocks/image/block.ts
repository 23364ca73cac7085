import { z } from 'zod';
import { align, Align, Link, padding, Pixels, Text } from '../common-fields.ts';
import { defineBlock } from '../define-block.ts';
import { attribute } from '../field.ts';

export const image = defineBlock({
  type: 'image',
  group: 'content',
  levels: ['column'],
  label: { ja: '画像', en: 'Image' },
  values: z.object({ src: Link, alt: Text, href: Link, width: Pixels, align: Align, padding: Pixels }),
  fields: {
    src: attribute('src', { label: { ja: '画像', en: 'Image' }, control: { kind: 'image' }, schema: Link }),
    alt: attribute('alt', {
      label: { ja: '画像の説明', en: 'Description' },
      help: { ja: '画像が出ないときと、読み上げに使われます', en: 'Shown and read out where there is no image' },
      control: { kind: 'text' },
      schema: Text,
    }),
    href: attribute('href', {
      label: { ja: 'リンク先', en: 'Link' },
      control: { kind: 'link' },
      schema: Link,
    }),
    width: attribute('width', { label: { ja: '幅', en: 'Width' }, control: { kind: 'pixels' }, schema: Pixels }),
    align,
    padding,
  },
  offers: [
    {
      name: 'image',
      label: { ja: '画像', en: 'Image' },
      about: { ja: '写真や図を置きます', en: 'A photo or a drawing' },
      keywords: ['がぞう', 'gazou', 'しゃしん', 'shashin', 'syasin', '写真', 'picture', 'photo'],
      mjml: ({ locale }) =>
        locale === 'ja'
          ? '<mj-image src="【画像】" alt="【画像の説明】" />'
          : '<mj-image src="【image】" alt="【description】" />',
    },
  ],
  recognise: ({ element }) => element.tag === 'mj-image',
  summary: ({ alt }) => alt,
});

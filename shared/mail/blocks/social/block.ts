import { z } from 'zod';
import { align, Align, Link, padding, Pixels } from '../common-fields.ts';
import { defineBlock } from '../define-block.ts';
import type { Place } from '../field.ts';
import { htmlIn } from '../part.ts';
import { attributeOf, namesIn } from '../../source/element.ts';
import { marked } from '../standard.ts';
import { escapedAttribute, escapedText, unescaped } from '../../source/escape.ts';

const MARK = 'tabiji-social';

const Links = z.array(z.object({ name: z.string().max(60), href: Link })).max(12);
type Links = z.infer<typeof Links>;

const linksIn = (place: Place): Links =>
  htmlIn(place).flatMap((element) =>
    element.tag === 'a'
      ? [
          {
            name: unescaped(place.source.slice(element.innerStart, element.innerEnd)).trim(),
            href: unescaped(attributeOf(element, 'href') ?? ''),
          },
        ]
      : [],
  );

const written = (links: Links): string =>
  links.map(({ name, href }) => `<a href="${escapedAttribute(href)}">${escapedText(name)}</a>`).join('　');

export const social = defineBlock({
  type: 'social',
  group: 'shop',
  levels: ['column'],
  label: { ja: 'SNS', en: 'Social' },
  values: z.object({ links: Links, align: Align, padding: Pixels }),
  fields: {
    links: {
      label: { ja: 'リンク', en: 'Links' },
      control: { kind: 'links' },
      schema: Links,
      read: linksIn,
      write: ({ element }, links) => [{ start: element.innerStart, end: element.innerEnd, text: written(links) }],
    },
    align,
    padding,
  },
  offers: [
    {
      name: 'social',
      label: { ja: 'SNS', en: 'Social' },
      about: { ja: 'Instagram や LINE へのリンク', en: 'Links to Instagram, LINE and others' },
      keywords: [
        'えすえぬえす',
        'esuenuesu',
        'いんすた',
        'insuta',
        'らいん',
        'rain',
        'sns',
        'instagram',
        'line',
        'x',
        'facebook',
      ],
      mjml: ({ locale, defaults }) => {
        const link = locale === 'ja' ? '【リンク先】' : '【link】';
        const links = ['Instagram', 'LINE', 'YouTube'].map((name) => ({ name, href: link }));
        return `<mj-text ${marked(defaults, 'mj-text', MARK)} align="center" font-size="13px">${written(links)}</mj-text>`;
      },
    },
  ],
  recognise: ({ element }) => element.tag === 'mj-text' && namesIn(element, 'css-class').includes(MARK),
  summary: ({ links }) => links.map(({ name }) => name).join(' / '),
});

import { Brand, DEFAULT_BRAND, Utm } from '@tabiji/shared/api/mail-settings.ts';
import { describe, expect, test } from 'vitest';
import { brandValues, BRAND_NAMES } from '@tabiji/shared/mail/brand-values.ts';
import { withBrand } from './brand-values.ts';
import { withUtm } from './utm.ts';

describe('the brand is put in before MJML is compiled', () => {
  test('the names that mails may use are those there are', () => {
    expect(Object.keys(brandValues(DEFAULT_BRAND)).toSorted()).toEqual([...BRAND_NAMES].toSorted());
  });

  test('colours stand in attributes, text is text, lines are lines', () => {
    const brand = Brand.parse({ primary: '#ffee00', footer: '株式会社 <旅路> & {{ 子 }}\n東京都' });
    const mjml =
      '<mj-button background-color="{{ brand.primary }}" color="{{brand.onPrimary}}" />\n{{ brand.footer }}{{ brand.nothing }}';
    expect(withBrand(mjml, brand)).toBe(
      '<mj-button background-color="#ffee00" color="#000000" />\n株式会社 &lt;旅路&gt; &amp; &#123;&#123; 子 &#125;&#125;<br />東京都{{ brand.nothing }}',
    );
  });

  test('a mail can ask whether there is a logo', () => {
    expect(withBrand('{% if brand.logo %}a{% endif %}', DEFAULT_BRAND)).toBe('{% if nil %}a{% endif %}');
  });
});

describe('links say where a visit comes from', () => {
  const utm = Utm.parse({});
  const link = (href: string, more: Partial<Utm> = {}) => {
    const html = withUtm(`<p><a class="x" href="${href}">見る</a></p>`, { ...utm, ...more }, 'お礼');
    return /href="([^"]*)"/.exec(html)?.[1];
  };
  const words = 'utm_source=tabiji&amp;utm_medium=email&amp;utm_campaign=%E3%81%8A%E7%A4%BC';
  test.each([
    ['https://shop.test', `https://shop.test?${words}`],
    ['https://shop.test/a?b=1#c', `https://shop.test/a?b=1&amp;${words}#c`],
    [
      'https://shop.test/a?id={{ customer.externalId }}',
      `https://shop.test/a?id={{ customer.externalId }}&amp;${words}`,
    ],
    ["https://shop.test/{{ 'a?b#c' }}", `https://shop.test/{{ 'a?b#c' }}?${words}`],
    ['https://shop.test/?utm_source=own', 'https://shop.test/?utm_source=own'],
    ['{{ question.q.yes }}', '{{ question.q.yes }}'],
    ['https://{{ customer.attributes.host }}/', 'https://{{ customer.attributes.host }}/'],
    ['mailto:a@b.test', 'mailto:a@b.test'],
    ['#top', '#top'],
  ])('%s', (href, expected) => {
    expect(link(href)).toBe(expected);
  });
  test('only on the hosts that were chosen', () => {
    expect(link('https://www.shop.test/', { hosts: ['shop.test'] })).toContain('utm_source');
    expect(link('https://notshop.test/', { hosts: ['shop.test'] })).not.toContain('utm_source');
  });
});

import { describe, expect, test } from 'vitest';
import { checkTemplate } from './check-template.ts';
import { renderLiquid } from './render-liquid.ts';
import { mailValues, sampleCustomer, type CustomerFacts } from './values.ts';

const SURROUNDINGS = {
  workspace: {
    name: '旅路',
    senderName: '旅路商店',
    senderAddress: 'a@b.example',
    locale: 'ja',
    timeZone: 'Asia/Tokyo',
    company: '旅路商店株式会社',
    postalAddress: '京都市中京区1-2',
    contact: '075-000-0000',
  },
  journey: '初回フォロー',
  now: Date.UTC(2026, 3, 1, 20, 30),
  links: { unsubscribe: '#', preferences: '#' },
} as const;

const around = (content: string) =>
  `<mjml><mj-body><mj-section><mj-column><mj-text>${content}</mj-text></mj-column></mj-section></mj-body></mjml>`;

async function render(content: string, customer: Partial<CustomerFacts> = {}, subject = 's') {
  const { compiled, problems } = await checkTemplate({ subject, mjml: around(content) });
  if (!compiled) throw new Error(JSON.stringify(problems));
  return renderLiquid(compiled, mailValues({ ...sampleCustomer('ja'), ...customer }, SURROUNDINGS));
}

test.each([0, -0, 0.4, -0.4, 7, 999, 999.5, 1000, 1001, 12_034, 999_999, 999_999.5, 1_000_000, -1, -2500, 1e21])(
  '%d yen are written as everywhere in Japan',
  async (amount) => {
    const written = new Intl.NumberFormat('ja-JP').format(Math.round(amount));
    expect((await render('{{ orders.amount | yen }}', { order_amount: amount })).text).toBe(`${written}円`);
  },
);

const NAMELESS = { last_name: null, first_name: null };

test.each([
  ["{{ customer.lastName | keisho: '様' }}", {}, '山田様'],
  ["{{ customer.lastName | 敬称: '様' }}", {}, '山田様'],
  ["{{ customer.lastName | 敬称: '様' }}", NAMELESS, 'お客様'],
  ["{{ customer.name | keisho: 'さん', '皆さま' }}", NAMELESS, '皆さま'],
  ['{{ orders.amount | yen }}', {}, '4,980円'],
  ['{{ customer.attributes.nothing | 円 }}', {}, ''],
  ['{{ now | date }}', {}, '2026年4月2日'],
  ["{{ 'now' | date: '%-m/%-d(%a) %H:%M' }}", {}, '4/2(木) 05:30'],
  ["{{ now | date: '%H:%M', 'UTC' }}", {}, '20:30'],
  ["{{ orders.last | date: '%-d日' }}", { last_order_at: null }, ''],
  ['{{ journey.name }}・{{ workspace.senderName }}', {}, '初回フォロー・旅路商店'],
])('%s → %s %s', async (content, customer, expected) => {
  expect((await render(content, customer)).text).toBe(expected);
});

describe('what customers bring along', () => {
  test('becomes text in the HTML, itself in the text part, one line in the subject', async () => {
    const last_name = '<script>alert(1)</script>"\'&';
    const mail = await render('{{ customer.lastName }}', { last_name }, '{{ customer.lastName }}様');
    expect(mail.html.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&#34;&#39;&amp;');
    expect(mail.html.text).not.toContain('<script>');
    expect(mail.text).toBe(last_name);
    expect(mail.subject).toBe(`${last_name}様`);
  });

  test('cannot add a header line', async () => {
    const last_name = 'a\r\nBcc: x@example.com\u2028b\u0085c\td';
    expect((await render('x', { last_name }, '{{ customer.lastName }}')).subject).toBe('a Bcc: x@example.com b c d');
  });

  test('is never taken for Liquid or MJML', async () => {
    const last_name = '{{ workspace.name }}{% include "x" %}<mj-raw>';
    expect((await render('{{ customer.lastName }}', { last_name })).text).toBe(last_name);
  });

  test('does not reach prototypes', async () => {
    const attributes = JSON.parse('{"__proto__": {"polluted": "yes"}, "list": [1, 2]}') as CustomerFacts['attributes'];
    const paths = [
      'constructor',
      'constructor.name',
      '__proto__.x',
      'attributes.constructor',
      'attributes.list.constructor',
      'attributes.toString',
    ];
    const mail = await render(paths.map((path) => `[{{ customer.${path} }}]`).join(''), { attributes });
    expect(mail.text).toBe('[]'.repeat(paths.length));
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  test('may hold half characters and NUL', async () => {
    const mail = await render("{{ customer.lastName | slice: 0, 1 }}|{{ '%00' | url_decode }}|", { last_name: '𠮷' });
    expect(mail.text.isWellFormed()).toBe(true);
    expect(mail.text).not.toContain('\0');
  });
});

describe('a template that would take for ever is stopped', () => {
  test.each([
    '{% for i in (1..10000000000000) %}x{% endfor %}',
    '{% for i in (1..100000) %}{% for j in (1..100000) %}x{% endfor %}{% endfor %}',
    "{% assign s = 'x' %}{% for i in (1..60) %}{% assign s = s | append: s %}{% endfor %}{{ s }}",
    "{% assign s = 'x' %}{% for i in (1..60) %}{% capture s %}{{ s }}{{ s }}{% endcapture %}{% endfor %}{{ s }}",
    "{% assign a = 'a,b,c,d' | split: ',' %}{% for i in (1..40) %}{% assign a = a | concat: a %}{% endfor %}{{ a | join }}",
    "{{ 'x' | date: '%1000000000d' }}{{ now | date: '%1000000000d' }}",
  ])('%s', async (content) => {
    const start = performance.now();
    await expect(render(content)).rejects.toThrow(/limit|takes too long/);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

test('a hundred and more templates do not pile up parsed', async () => {
  for (let index = 0; index < 250; index += 1) {
    const { compiled } = await checkTemplate({ subject: `${index}`, mjml: around('x') });
    expect(renderLiquid(compiled!, mailValues(sampleCustomer('ja'), SURROUNDINGS)).subject).toBe(String(index));
  }
});

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkTemplate } from './check-template.ts';
import { renderLiquid } from './render-liquid.ts';
import { mailValues, NO_LINKS, sampleCustomer } from './values.ts';

const around = (content: string) =>
  `<mjml><mj-body><mj-section><mj-column><mj-text>${content}</mj-text></mj-column></mj-section></mj-body></mjml>`;
const many = (count: number, text: string) => text.repeat(count);

const values = mailValues(sampleCustomer('ja'), {
  workspace: {
    name: 'n',
    senderName: 's',
    senderAddress: 'a@b.example',
    locale: 'ja',
    timeZone: 'Asia/Tokyo',
    company: '',
    postalAddress: '',
    contact: '',
  },
  journey: 'j',
  now: 0,
  links: NO_LINKS,
});

/** Refused, or written without anything that runs or reads. How long it took, and how long the process stood still. */
async function meet(mjml: string, subject = 's') {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const start = performance.now();
  const { compiled, problems } = await checkTemplate({ subject, mjml });
  let html = '';
  try {
    if (compiled) html = renderLiquid(compiled, values).html.text;
  } catch {
    html = '';
  }
  const took = performance.now() - start;
  delay.disable();
  return { html, problems, took, stoodStill: delay.max / 1e6 };
}

beforeAll(async () => {
  await checkTemplate({ subject: 's', mjml: around('warm') });
}, 60_000);

const FOREVER: [what: string, mjml: string][] = [
  ['a loop of nine million', around('{% for i in (1..3000) %}{% for j in (1..3000) %}x{% endfor %}{% endfor %}')],
  ['a range without end', around('{% for i in (1..10000000000000) %}x{% endfor %}')],
  [
    'a text that doubles',
    around("{% assign s = 'x' %}{% for i in (1..60) %}{% assign s = s | append: s %}{% endfor %}"),
  ],
  ['20,000 conditions inside one another', around(many(20_000, '{% if now %}') + many(20_000, '{% endif %}'))],
  ['20,000 conditions in a row', around(many(20_000, '{% if now %}a{% endif %}'))],
  ['elements that never end', many(100_000, '<mj')],
  ['quotes that never end', around(many(50_000, '<mj-text a="'))],
  ['ten megabytes', around('x'.repeat(10_000_000))],
  [
    'thousands of nested elements',
    `<mjml><mj-body>${many(20_000, '<mj-section>')}${many(20_000, '</mj-section>')}</mj-body></mjml>`,
  ],
  ['a date as wide as memory', around("{{ 'now' | date: '%1000000000d' }}")],
];

test.each(FOREVER)('%s does not hold up anybody', async (_, mjml) => {
  const { took, stoodStill, html } = await meet(mjml);
  expect(html.length).toBeLessThan(2_000_000);
  expect(took).toBeLessThan(1500); // 250 ms on a machine that does nothing else
  expect(stoodStill).toBeLessThan(500);
});

const RUNS = /<script|javascript:|vbscript:|\son\w+\s*=|<iframe|<object|<embed|srcdoc=|root:x:/i;

describe('nothing in a mail runs, and nothing of this machine is in it', () => {
  const INCLUDES = ['css', 'html', 'mjml'].flatMap((type) =>
    [
      '/etc/passwd',
      '../../../../etc/passwd',
      './package.json',
      'file:///etc/passwd',
      String.raw`..\..\etc\passwd`,
    ].flatMap((path) => [
      `<mjml><mj-head><mj-include path="${path}" type="${type}" /></mj-head><mj-body></mj-body></mjml>`,
      `<mjml><mj-body><MJ-Include path='${path}' type='${type}'></MJ-Include></mj-body></mjml>`,
    ]),
  );
  const LIQUID = ['include', 'render', 'layout'].map((tag) => around(`{% ${tag} '/etc/passwd' %}`));
  const PAYLOADS = [
    '<script>alert(1)</script>',
    '<SCRIPT SRC=https://evil.test/x.js></SCRIPT>',
    '<script\n>alert(1)</script\n>',
    '<img src=x onerror=alert(1)>',
    '<img src="x" OnError = "alert(1)">',
    '<svg onload=alert(1)>',
    '<svg><script>alert(1)</script></svg>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" JaVaScRiPt:alert(1)">x</a>',
    '<a href="java&#115;cript:alert(1)">x</a>',
    '<a href="java\tscript:alert(1)">x</a>',
    '<a href="vbscript:msgbox(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<iframe src="https://evil.test"></iframe>',
    '<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe>',
    '<object data="https://evil.test"></object>',
    '<embed src="https://evil.test">',
    '<form action="javascript:alert(1)"><button>x</button></form>',
    '<body onload=alert(1)>',
    '<div onmouseover="alert(1)">x</div>',
    '<base href="https://evil.test/">',
    '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
    '<link rel="import" href="https://evil.test">',
    '<math><a xlink:href="javascript:alert(1)">x</a></math>',
  ];
  const MJML = [
    '<mjml><mj-body><mj-raw><script>alert(1)</script></mj-raw></mj-body></mjml>',
    '<mjml><mj-head><mj-raw><script src="https://evil.test"></script></mj-raw></mj-head><mj-body></mj-body></mjml>',
    '<mjml><mj-body><mj-section><mj-column><mj-button href="javascript:alert(1)">x</mj-button></mj-column></mj-section></mj-body></mjml>',
    '<mjml><mj-body><mj-section><mj-column><mj-image src="x" href="java&#x73;cript:alert(1)" alt="" /></mj-column></mj-section></mj-body></mjml>',
    '<mjml><mj-head><mj-html-attributes><mj-selector path="div"><mj-html-attribute name="onclick">alert(1)</mj-html-attribute></mj-selector></mj-html-attributes></mj-head><mj-body><mj-section><mj-column><mj-text>x</mj-text></mj-column></mj-section></mj-body></mjml>',
    '<mjml><mj-head><mj-style>body{background:url("javascript:alert(1)")}</mj-style></mj-head><mj-body></mj-body></mjml>',
  ];
  test.each([...INCLUDES, ...LIQUID, ...PAYLOADS.map(around), ...MJML])('%s', async (mjml) => {
    const { html } = await meet(mjml);
    expect(html).not.toMatch(RUNS);
    expect(html.replaceAll(/&#x?[\da-f]+;|\s/gi, '')).not.toMatch(/javascript:/i);
  });
  test('what structured data says is no program', async () => {
    const { problems } = await meet(
      '<mjml><mj-body><mj-raw><script type="application/ld+json">{"@type":"Order"}</script></mj-raw></mj-body></mjml>',
    );
    expect(problems).toEqual([]);
  });
});

test('what takes more than two seconds is ended, and the next template waits for no more than that', async () => {
  const slow = many(2900, '<mj-text a="') + 'x'.repeat(1_400_000);
  const [first, second] = await Promise.all([meet(slow), meet(around('その次'))]);
  expect(first.problems).toHaveLength(1);
  expect(second.html).toContain('その次');
}, 30_000);

test('the next template is compiled as if nothing had been', async () => {
  expect((await meet(around('ご案内'))).html).toContain('ご案内');
});

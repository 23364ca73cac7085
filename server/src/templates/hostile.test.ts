import { beforeAll, describe, expect, test } from 'vitest';
import { checkTemplate } from './check-template.ts';
import { renderLiquid } from './render-liquid.ts';
import { inThread, OverBudget } from './thread/thread.ts';
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

/**
 * Refused, or written without anything that runs or reads. How long it took, and how long nothing else was done
 * meanwhile: time of the processor, which is the same on a busy machine.
 */
async function meet(mjml: string, subject = 's') {
  const [all, own] = [process.cpuUsage(), process.threadCpuUsage()];
  const { compiled, problems } = await checkTemplate({ subject, mjml });
  let html = '';
  try {
    if (compiled) html = renderLiquid(compiled, values).html.text;
  } catch {
    html = '';
  }
  const [took, stoodStill] = [milliseconds(process.cpuUsage(all)), milliseconds(process.threadCpuUsage(own))];
  return { html, problems, took, stoodStill };
}

const milliseconds = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000;
const warmUp = () => checkTemplate({ subject: 's', mjml: around('warm') });

beforeAll(async () => {
  await warmUp();
}, 60_000);

/** 20 million attributes are copied. */
function dressed(): string {
  const look = Array.from({ length: 60 }, (_, i) => `x${i}="1"`).join(' ');
  const names = 'a b c d e f g h i j k l m n o p q r s t u v w x y z'.split(' ');
  const classes = names.map((name) => `<mj-class name="${name}" ${look} />`).join('');
  const texts = many(1400, `<mj-text mj-class="${many(9, `${names.join(' ')} `)}">x</mj-text>`);
  return `<mjml><mj-head><mj-attributes>${classes}</mj-attributes></mj-head><mj-body><mj-section><mj-column>${texts}</mj-column></mj-section></mj-body></mjml>`;
}

const FOREVER: [what: string, mjml: string][] = [
  ['a loop of nine million', around('{% for i in (1..3000) %}{% for j in (1..3000) %}x{% endfor %}{% endfor %}')],
  ['a range without end', around('{% for i in (1..10000000000000) %}x{% endfor %}')],
  [
    'a text that doubles',
    around("{% assign s = 'x' %}{% for i in (1..60) %}{% assign s = s | append: s %}{% endfor %}"),
  ],
  ['20,000 conditions inside one another', around(many(20_000, '{% if now %}') + many(20_000, '{% endif %}'))],
  ['20,000 conditions in a row', around(many(20_000, '{% if now %}a{% endif %}'))],
  ['classes by the hundred on each of 1,400 elements', dressed()],
  [
    '200 defaults of 5,000 attributes',
    `<mjml><mj-head><mj-attributes>${many(200, `<mj-all ${many(5000, 'x="1" ')}/>`)}</mj-attributes></mj-head><mj-body>${many(2500, '<mj-text/>')}</mj-body></mjml>`,
  ],
  ['elements that never end', many(100_000, '<mj')],
  ['quotes that never end', around(many(50_000, '<mj-text a="'))],
  ['ten megabytes', around('x'.repeat(10_000_000))],
  [
    'thousands of nested elements',
    `<mjml><mj-body>${many(20_000, '<mj-section>')}${many(20_000, '</mj-section>')}</mj-body></mjml>`,
  ],
  ['100,000 elements inside one another', `<mjml><mj-body>${many(100_000, '<mj-section>')}`],
  ['20,000 tags inside one another', around(many(19_900, '<div>') + many(19_900, '</div>'))],
  [
    'a text that doubles without a loop',
    around(`{% assign s = 'ab' %}${many(19, '{% assign s = s | append: s %}')}{{ s | strip }}`),
  ],
  ['elements that never end, and much behind', many(2900, '<mj-text a="') + 'x'.repeat(1_400_000)],
  ['comments that never end', around(many(39_000, '<!--') + 'x'.repeat(1_200_000))],
  ['an attribute of 1.4 megabytes', `<mjml><mj-body background-color="${'x'.repeat(1_400_000)}"></mj-body></mjml>`],
  ['200,000 values', around(many(200_000, '{{a}}'))],
  ['400,000 tags that never end', around(many(400_000, '{% '))],
  ['39,000 programs', around(many(39_000, '<script '))],
  ['39,000 marks of another system that never end', around(many(39_000, '<% ') + 'x'.repeat(1_000_000))],
  [
    '5,000 rules to be written into 3,600 tags',
    `<mjml><mj-head><mj-style inline="inline">${many(5000, 'div p.a > b:not(.x) { color: red }')}</mj-style></mj-head>` +
      around(many(1800, '<b>a</b>')).slice(6),
  ],
  [
    'entities that laugh a billion times',
    `<!DOCTYPE mjml [<!ENTITY a0 "lol">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')}]>${around('&a9;')}`,
  ],
  ['a date as wide as memory', around("{{ 'now' | date: '%1000000000d' }}")],
];

test.each(FOREVER)('%s does not hold up anybody', async (_, mjml) => {
  await warmUp(); // a thread that was ended is there again
  const { took, stoodStill, html } = await meet(mjml);
  expect(html.length).toBeLessThan(2_000_000);
  expect(took).toBeLessThan(1500); // 250 ms on a machine that does nothing else
  expect(stoodStill).toBeLessThan(500);
});

const RUNS =
  /<script|javascript:|vbscript:|\son\w+\s*=|<iframe|<object|<embed|srcdoc=|root:x:|:\s*expression\(|href="data:/i;

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
    '<svg><set onbegin=alert(1)></svg>',
    '<svg><a><animate attributeName=href values=javascript:alert(1) /></a></svg>',
    '<a href="java\0script:alert(1)">x</a>',
    '<a href="\u0001javascript:alert(1)">x</a>',
    '<a href="java&#0000000000115;cript:alert(1)">x</a>',
    '<a href="&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1)">x</a>',
    '<a href="java&NewLine;script&colon;alert(1)">x</a>',
    '<a href="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+">x</a>',
    '<p style="width:expression(alert(1));behavior:url(x.htc);-moz-binding:url(x)">x</p>',
    "<scr{{ '' }}ipt>alert(1)</scr{{ '' }}ipt>",
    '<scr{% comment %}{% endcomment %}ipt>alert(1)</script>',
    "<img src=x o{{ '' }}nerror=alert(1)>",
    `<a href="{{ 'javas' | append: 'cript:alert(1)' }}">x</a>`,
    "{% assign a = 'scr' %}{% capture b %}<{{ a }}ipt>{% endcapture %}{{ b | replace: '&lt;', '<' }}",
  ];
  const MJML = [
    '<mjml><mj-body><mj-raw><script>alert(1)</script></mj-raw></mj-body></mjml>',
    '<mjml><mj-head><mj-raw><script src="https://evil.test"></script></mj-raw></mj-head><mj-body></mj-body></mjml>',
    '<mjml><mj-body><mj-section><mj-column><mj-button href="javascript:alert(1)">x</mj-button></mj-column></mj-section></mj-body></mjml>',
    '<mjml><mj-body><mj-section><mj-column><mj-image src="x" href="java&#x73;cript:alert(1)" alt="" /></mj-column></mj-section></mj-body></mjml>',
    '<mjml><mj-head><mj-html-attributes><mj-selector path="div"><mj-html-attribute name="onclick">alert(1)</mj-html-attribute></mj-selector></mj-html-attributes></mj-head><mj-body><mj-section><mj-column><mj-text>x</mj-text></mj-column></mj-section></mj-body></mjml>',
    '<mjml><mj-head><mj-style>body{background:url("javascript:alert(1)")}</mj-style></mj-head><mj-body></mj-body></mjml>',
    '<mjml><mj-head><mj-style>a{width:expression(alert(1))}</mj-style></mj-head><mj-body></mj-body></mjml>',
    '<mjml><mj-body><mj-raw><mj-raw><scr<script>ipt>alert(1)</script></mj-raw></mj-raw></mj-body></mjml>',
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

test('what takes longer than it may is ended, and the next template waits for no more than that', async () => {
  const long = { subject: 's', mjml: around(many(2000, '{{ customer.name }}<br>')) };
  const [first, second] = await Promise.allSettled([inThread({ source: long }, 5), meet(around('その次'))]);
  expect(first).toMatchObject({
    status: 'rejected',
    reason: new OverBudget('the template takes too much time or room'),
  });
  expect(second).toMatchObject({ status: 'fulfilled', value: { html: expect.stringContaining('その次') } });
  expect(await inThread({ source: long })).toMatchObject({ checked: { problems: [] } });
}, 30_000);

test('the next template is compiled as if nothing had been', async () => {
  expect((await meet(around('ご案内'))).html).toContain('ご案内');
});

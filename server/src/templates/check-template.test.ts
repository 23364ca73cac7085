import { expect, test } from 'vitest';
import { checkTemplate } from './check-template.ts';
import { problemSentence } from './problem.ts';

const GOOD = `<mjml>
  <mj-body>
    <mj-section>
      <mj-column>
        <mj-text>{% if orders.count > 1 %}{{ customer.name }}{% endif %}</mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>`;

const problemsOf = async (mjml: string, subject = 'x') =>
  (await checkTemplate({ subject, mjml })).problems.map((problem) => problemSentence(problem, 'en'));

test.each([
  [
    'an element that does not exist',
    GOOD.replace('<mj-column>', '<mj-column><mj-foo />'),
    /^Line 4: <mj-foo>: Element mj-foo doesn't exist/,
  ],
  ['a tag left open', GOOD.replace('</mj-text>', ''), /^Line 6: Close <mj-text> of line 5 before <\/mj-column>/],
  ['the end missing', GOOD.slice(0, GOOD.indexOf('</mj-section>')), /^Line 1: <mjml> is not closed/],
  ['no MJML', 'こんにちは', /^Line 1: This is not MJML/],
  [
    'another file',
    GOOD.replace('<mj-section>', '<mj-include path="/etc/passwd" /><mj-section>'),
    /^Line 3: mj-include is not available/,
  ],
  [
    'another file, in disguise',
    GOOD.replace('<mj-section>', "<MJ-INCLUDE\npath='x'/>\n<mj-section>"),
    /^Line 3: mj-include is not available/,
  ],
  ['Liquid left open', GOOD.replace('{% endif %}', ''), /^Line 5: Liquid: tag .* not closed/],
  [
    'Liquid that does not exist',
    GOOD.replace('customer.name', 'customer.name | sparkle'),
    /^Line 5: Liquid: undefined filter: sparkle/,
  ],
  [
    'Liquid that takes escaping away',
    GOOD.replace('customer.name', 'customer.name | raw'),
    /^Line 5: Liquid: undefined filter: raw/,
  ],
  [
    'Liquid between elements',
    GOOD.replace('    <mj-section>', '    {% if now %}<mj-section>').replace(
      '</mj-section>',
      '</mj-section>{% endif %}',
    ),
    /^Line 3: {% if now %} cannot stand/,
  ],
  [
    'a file through Liquid',
    GOOD.replace('{% if', '{% render "x" %}{% if'),
    /^Line 5: Liquid: {% render %} is not available/,
  ],
  [
    'a file through Liquid',
    GOOD.replace('{% if', '{% include ".env" %}{% if'),
    /^Line 5: Liquid: {% include %} is not available/,
  ],
])('%s is told with its line', async (_, mjml, expected) => {
  expect((await problemsOf(mjml))[0]).toMatch(expected);
});

test('an attribute that MJML does not know is told and keeps no mail from being used', async () => {
  const { compiled, problems, warnings } = await checkTemplate({
    subject: 'x',
    mjml: GOOD.replace('<mj-text>', '<mj-text colour="red" font-size="14">'),
  });
  expect([compiled === null, problems]).toEqual([false, []]);
  expect(warnings.map((warning) => problemSentence(warning, 'en'))).toEqual([
    expect.stringMatching(/^Line 5: <mj-text>: Attribute colour is illegal/),
    expect.stringMatching(/^Line 5: <mj-text>: Attribute font-size has invalid value: 14/),
  ]);
});

test('the same source is the same mail, also where MJML draws lots', async () => {
  const mjml = GOOD.replace(
    '<mj-text>',
    '<mj-navbar hamburger="hamburger"><mj-navbar-link href="https://a.example/">a</mj-navbar-link></mj-navbar><mj-carousel><mj-carousel-image src="https://a.example/1.png" /><mj-carousel-image src="https://a.example/2.png" /></mj-carousel><mj-text>',
  );
  const htmlOf = async () => (await checkTemplate({ subject: 'x', mjml })).compiled?.html;
  const html = await htmlOf();
  expect(html).toContain('mj-carousel-mj0002-');
  expect(await htmlOf()).toBe(html);
});

test('a broken subject is told as such', async () => {
  expect(await problemsOf(GOOD, '{{ customer.name')).toEqual([expect.stringMatching(/^Subject: Liquid: /)]);
});

test('a sound template has no problems, a comment may say anything', async () => {
  const checked = await checkTemplate({
    subject: 'x',
    mjml: GOOD.replace('<mj-section>', '<!-- <mj-include> </x> {% if %} --><mj-section>'),
  });
  expect(checked).toMatchObject({ problems: [], unknownValues: [], warnings: [] });
});

test('values that no mail has are found, also inside conditions and loops', async () => {
  const mjml = GOOD.replace('customer.name', 'customer.nmae').replace('orders.count', 'order.count');
  const { unknownValues } = await checkTemplate({ subject: '{{ customer.attributes.any.thing }}{{ foo }}', mjml });
  expect(unknownValues.map(({ line, text }) => [line, text.ja.slice(0, 20)])).toEqual([
    [0, '{{ foo }} という値はありません'],
    [5, '{{ order.count }} とい'],
    [5, '{{ customer.nmae }} '],
  ]);
});

test.each([
  '<%= yield %>',
  '<% if (paid) { %>',
  '{{if .Paid}}',
  '{{ else }}',
  '*|FNAME|*',
  '[[FirstName]]',
  '%%first_name%%',
  '${user.name}',
  '__USER_NAME__',
  '{unsubscribe_link}',
])('%s of another system keeps a mail from being published, not from being kept', async (mark) => {
  const { compiled, unknownValues } = await checkTemplate({
    subject: 'x',
    mjml: GOOD.replace('{% if', `${mark}{% if`),
  });
  expect(compiled?.html).toContain(mark);
  expect(unknownValues.map((found) => problemSentence(found, 'en'))).toEqual([
    `Line 5: ${mark} belongs to another system. Here values and conditions are Liquid: {{customer.lastName}}, {% if … %}.`,
  ]);
});

test('marks that Liquid cannot read are told each by itself, and so is what is wrong besides', async () => {
  const mjml = GOOD.replace(
    '{% if',
    '{{#each lines}}{{{ name }}}{{/each}}\n{{> footer}}{{ $total }}{{ a | sparkle }}{% if',
  );
  expect(await problemsOf(mjml)).toEqual([
    expect.stringMatching(/^Line 5: {{#each lines}} belongs to another system/),
    expect.stringMatching(/^Line 5: {{{ name }}} belongs/),
    expect.stringMatching(/^Line 5: {{\/each}} belongs/),
    expect.stringMatching(/^Line 6: {{> footer}} belongs/),
    expect.stringMatching(/^Line 6: {{ \$total }} belongs/),
    expect.stringMatching(/^Line 6: Liquid: undefined filter: sparkle/),
  ]);
});

test('words between elements, which compiling leaves out, are pointed at', async () => {
  const mjml = GOOD.replace('<mj-column>', '<!-- seen by nobody -->@if($a)\n<mj-column>ご案内').replace(
    '</mj-body>',
    '  {{ customer.name }}</mj-body>',
  );
  const { compiled, problems, warnings } = await checkTemplate({ subject: 'x', mjml });
  expect([compiled === null, problems]).toEqual([false, []]);
  expect(warnings.map((warning) => problemSentence(warning, 'ja'))).toEqual([
    expect.stringMatching(/^9行目: 「{{ customer.name }}」は MJML の要素の間にあるため、送られません/),
    expect.stringMatching(/^4行目: 「@if\(\$a\)」は/),
    expect.stringMatching(/^5行目: 「ご案内」は/),
  ]);
});

test('a mail that Gmail would cut is warned of, one that nobody takes is refused', async () => {
  const long = (bytes: number) => GOOD.replace('{% if', `${'x'.repeat(bytes)}{% if`);
  expect((await checkTemplate({ subject: 'x', mjml: long(95_000) })).warnings).toHaveLength(1);
  expect(await problemsOf(long(1_000_000))).toEqual([expect.stringMatching(/refused/)]);
});

test('nothing is fetched from elsewhere on behalf of a font name', async () => {
  const { compiled } = await checkTemplate({
    subject: 'x',
    mjml: GOOD.replace('<mj-text>', '<mj-text font-family="Roboto">'),
  });
  expect(compiled?.html).not.toContain('fonts.googleapis.com');
});

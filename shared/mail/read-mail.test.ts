import { describe, expect, test } from 'vitest';
import { blockAround, blocksIn } from './block.ts';
import { blockTypes } from './blocks/registry.ts';
import { readMail } from './read-mail.ts';
import { readElements } from './source/read-elements.ts';

const inBody = (body: string, head = '') =>
  `<mjml>\n  <mj-head>${head}</mj-head>\n  <mj-body>\n${body}\n  </mj-body>\n</mjml>\n`;
const inColumn = (content: string) => inBody(`<mj-section><mj-column>${content}</mj-column></mj-section>`);
const typesOf = (source: string) => blocksIn(readMail(source).body!).map(({ type }) => type.type);

test('sections, columns and what they hold', () => {
  const source = inBody(
    `<mj-section><mj-column><mj-text>{% if a < b %}x{% endif %}</mj-text><mj-foo /></mj-column></mj-section>
     <mj-wrapper><mj-section><mj-group><mj-column /><mj-column><mj-image src="x"/></mj-column></mj-group></mj-section></mj-wrapper>
     <mj-hero><mj-text>hero</mj-text></mj-hero><!-- <mj-section> -->`,
  );
  expect(typesOf(source)).toEqual(['section', 'text', 'raw', 'wrapper', 'columns', 'image', 'raw']);
});

test('a condition is one block with what is between its marks', () => {
  const body = `<mj-raw>{% if orders.count > 1 %}</mj-raw><mj-section><mj-column /></mj-section>
    <mj-raw>{% if a %}</mj-raw><mj-section><mj-column /></mj-section><mj-raw>{% endif %}</mj-raw>
    <mj-raw>{%- else -%}</mj-raw><mj-raw>{% endif %}</mj-raw><mj-raw>{% if alone %}</mj-raw>`;
  const { blocks } = readMail(inBody(body)).body!;
  expect(blocks.map(({ type, values }) => [type.type, values])).toEqual([
    ['conditional', { when: 'orders.count > 1' }],
    ['raw', {}],
  ]);
  expect(blocks[0]!.slots.map((slot) => slot.blocks.map(({ type }) => type.type))).toEqual([
    ['section', 'conditional'],
    [],
  ]);
});

test('values are read as they count: the block’s own, its class’s, the head’s', () => {
  const head = `<mj-attributes><mj-all color="#111" /><mj-text font-size="16px" align="right" />
    <mj-class name="small" font-size="12px" /></mj-attributes>`;
  const source = inBody(
    '<mj-section><mj-column><mj-text mj-class="small" align="center">x</mj-text></mj-column></mj-section>',
    head,
  );
  const [, text] = blocksIn(readMail(source).body!);
  expect(text!.values).toMatchObject({ color: '#111', fontSize: '12px', align: 'center' });
});

test('a source that is not whole says where', () => {
  expect(readMail('<mjml><mj-body>').fault).toEqual({ kind: 'not closed', at: 6, tag: 'mj-body' });
  expect(readMail('<mjml><mj-body></mjml>').fault).toEqual({ kind: 'not closed', at: 6, tag: 'mj-body' });
  expect(readMail('</mj-body>').fault).toEqual({ kind: 'closes nothing', at: 0, tag: 'mj-body' });
  expect(readMail('<mjml><!-- ').fault).toMatchObject({ kind: 'unfinished', at: 6 });
  expect(readMail('こんにちは').body).toBeNull();
});

test('a comment without an end is text, elements inside one another have an end, and both are told in time', () => {
  expect(typesOf(inColumn(`<mj-text>${'<!-- '.repeat(30_000)}a</mj-text><mj-spacer />`))).toEqual([
    'section',
    'text',
    'spacer',
  ]);
  expect(readMail('<mj-text>'.padEnd(1_000_000, '<mj-text ')).fault).toMatchObject({ kind: 'not closed', at: 0 });
  expect(readMail('<mj-wrapper>'.repeat(100_000)).fault).toMatchObject({ kind: 'not closed', tag: 'mj-wrapper' });
  expect(readMail('<mjml><mj-body a="').fault).toEqual({ kind: 'unfinished', at: 6, tag: 'mj-body' });
});

test('what the head says of bodies in general is no body, and an end tag may say more than its name', () => {
  const source = inBody(
    '<mj-section><mj-column><mj-divider></mj-divider></mj-column class="x"></mj-section\n>',
    '<mj-attributes><mj-body background-color="#eee" /></mj-attributes>',
  );
  expect(typesOf(source)).toEqual(['section', 'divider']);
  expect(readMail('<mjml><mj-head><mj-attributes><mj-body /></mj-attributes></mj-head></mjml>').body).toBeNull();
});

test('the block around an offset', () => {
  const source = inColumn('<mj-text>abc</mj-text>');
  const mail = readMail(source);
  expect(blockAround(mail, source.indexOf('abc'))?.type.type).toBe('text');
  expect(blockAround(mail, source.indexOf('<mj-column'))?.type.type).toBe('section');
  expect(blockAround(mail, 0)).toBeUndefined();
});

describe.each(
  blockTypes.flatMap((type) => type.offers.map((offer) => ({ type, offer, name: `${type.type} ${offer.name}` }))),
)('$name', ({ type, offer }) => {
  test.each(['ja', 'en'] as const)('is recognised when it was just made, in %s', (locale) => {
    const mjml = offer.mjml({ locale, defaults: readMail(inColumn('')).defaults });
    const source = readElements(mjml).elements.some(({ tag }) => tag === 'mj-section' || tag === 'mj-wrapper')
      ? inBody(mjml)
      : inColumn(mjml);
    const block = blocksIn(readMail(source).body!).find(({ start }) => source.startsWith(mjml, start));
    expect(block?.type.type).toBe(type.type);
    expect(source.slice(block!.start, block!.end)).toBe(mjml);
  });
  test('is found by its reading', () => {
    expect(offer.keywords.some((word) => /^[ぁ-んー]+$/.test(word))).toBe(true);
    expect(offer.keywords.some((word) => /^[a-z]+$/.test(word))).toBe(true);
  });
});

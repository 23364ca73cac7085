import fc from 'fast-check';

/** Values of every kind that a customer's attribute may have, and some that only templates make. */
const text = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'a',
    'text',
    '<b>"x" & \'y\'</b>',
    '12',
    '0',
    'false',
    '山田 花子',
    '𠮷',
    '\ud83d',
    '\ude00',
    'a\r\nb',
    '\0',
  ),
  fc.constantFrom('2026-04-01T03:00:00Z', '2026-04-01', '&amp;', '{{ x }}', '\r', '\n', '\\"', '\u2028', '\t'),
  fc.string({ maxLength: 6 }),
);
const scalar = fc.oneof(
  text,
  fc.constantFrom(null, true, false, 0, -0, 1, 2, 3, 7.5, -1, 1e21),
  fc.double({ noNaN: true }),
);
const NAMES = [
  'a',
  'b',
  'c',
  'item',
  'name',
  'list',
  'size',
  'first',
  'last',
  'forloop',
  'constructor',
  'length',
  '名前',
];
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...NAMES), tie('value'), { maxKeys: 4 }),
  ),
}));

/** The values of one mail. */
export const scope = fc.dictionary(fc.constantFrom(...NAMES.filter((name) => name !== 'constructor')), value, {
  maxKeys: 8,
  noNullPrototype: true,
});

const name = fc.constantFrom(...NAMES);
const space = fc.constantFrom('', ' ', '  ', '\n');
const quoted = fc.constantFrom(`'a'`, `"b"`, `''`, `'<i>'`, `'\\u00e9'`, `'&'`, `'12'`, `' '`, `"名"`);
const path = fc
  .tuple(
    name,
    fc.array(
      fc.oneof(
        name.map((n) => `.${n}`),
        fc.constantFrom('[0]', '[-1]', '[1]', `['a']`, '["名前"]', '[a]', '[b.c]'),
      ),
      { maxLength: 3 },
    ),
  )
  .map(([root, rest]) => root + rest.join(''));
const simple = fc.oneof(
  { weight: 5, arbitrary: path },
  { weight: 2, arbitrary: quoted },
  {
    weight: 2,
    arbitrary: fc.constantFrom('1', '0', '-1', '2.5', 'true', 'false', 'nil', 'empty', 'blank', '(1..3)', '(a..3)'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'forloop.index',
      'forloop.last',
      'forloop.rindex0',
      'forloop.length',
      'forloop',
      'forloop.first',
      'forloop.next',
      'forloop.name',
    ),
  },
);
const filter = fc.oneof(
  fc.constantFrom(
    'upcase',
    'size',
    'first',
    'last',
    'escape',
    'strip',
    'reverse',
    'json',
    'abs',
    'yen',
    'keisho',
    'date',
    'sort',
    'uniq',
    'compact',
  ),
  fc.constantFrom(
    'strip_html',
    'escape_once',
    'url_encode',
    'newline_to_br',
    'capitalize',
    'ceil',
    'to_integer',
    'inspect',
    'sum',
  ),
  fc
    .tuple(
      fc.constantFrom(
        'default',
        'append',
        'prepend',
        'plus',
        'minus',
        'times',
        'divided_by',
        'modulo',
        'split',
        'join',
        'truncate',
        'remove',
        'slice',
        'concat',
        'map',
        'where',
        'round',
        'at_least',
        '敬称',
        'date',
        'find',
        'push',
        'group_by',
      ),
      simple,
    )
    .map(([filter, arg]) => `${filter}: ${arg}`),
  fc.tuple(quoted, quoted).map(([one, other]) => `replace: ${one}, ${other}`),
  fc.tuple(simple, fc.constantFrom('true', 'false')).map(([arg, flag]) => `default: ${arg}, allow_false: ${flag}`),
  fc.constantFrom(
    `where_exp: 'item', 'item.a == 1'`,
    `map: 'a'`,
    `date: '%Y年%-m月%-d日'`,
    `date: '%H:%M', 'UTC'`,
    `slice: 0, 1`,
    `find_exp: 'a', 'a'`,
  ),
);
const filtered = fc.tuple(simple, fc.array(filter, { maxLength: 3 })).map((all) => all.flat().join(' | '));
const operator = fc.constantFrom('==', '!=', '<', '>', '<=', '>=', 'contains', 'and', 'or');
const condition = fc.oneof(
  simple,
  filtered,
  simple.map((one) => `not ${one}`),
  fc.tuple(simple, operator, simple).map((all) => all.join(' ')),
  fc.tuple(simple, operator, simple, operator, simple).map((all) => all.join(' ')),
  fc.tuple(simple, operator, simple, operator, simple, operator, simple).map((all) => all.join(' ')),
);

const dash = fc.constantFrom('', '', '', '-');
const tag = (content: fc.Arbitrary<string>) =>
  fc
    .tuple(dash, space, content, space, dash)
    .map(([left, before, inside, after, right]) => `{%${left}${before}${inside}${after} ${right}%}`);
const words = (...all: fc.Arbitrary<string>[]) => fc.tuple(...all).map((parts) => parts.join(''));
const literal = fc.constantFrom(
  'x',
  ' ',
  '\n',
  '  y\n  ',
  '<p class="q">',
  '</p>\r\n',
  '\r',
  '\ud83d',
  '\ude00',
  '山',
  '"',
  "'",
  '\\',
  '\u2029',
  '',
  '{ {',
  '%}',
);
const loopWords = fc.constantFrom(
  '',
  '',
  '',
  ' reversed',
  ' limit:2',
  ' offset:1',
  ' limit: a',
  ' offset:1 limit:1',
  ' reversed limit:2',
  ' limit:0',
  ' offset: item.a',
  ' offset: continue',
);

const { block } = fc.letrec<{ block: string; part: string }>((tie) => ({
  block: fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
  part: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'block' },
    literal,
    fc
      .tuple(dash, space, filtered, space, dash)
      .map(([left, before, inside, after, right]) => `{{${left}${before}${inside}${after}${right}}}`),
    tag(fc.tuple(name, filtered).map(([target, from]) => `assign ${target} = ${from}`)),
    tag(filtered.map((inside) => `echo ${inside}`)),
    tag(
      fc.oneof(
        fc.tuple(simple, simple).map((all) => `cycle ${all.join(', ')}`),
        fc.constant(`cycle 'g': 'a', 'b', '<'`),
      ),
    ),
    tag(fc.constantFrom('break', 'continue', '# note')),
    words(tag(fc.constant('raw')), fc.constantFrom('{{ a }}', 'x', ' {% if %} '), tag(fc.constant('endraw'))),
    words(tag(fc.constant('comment')), fc.constantFrom('{{ a }}', 'x', ''), tag(fc.constant('endcomment'))),
    words(tag(name.map((n) => `capture ${n}`)), tie('block'), tag(fc.constant('endcapture'))),
    words(tag(condition.map((c) => `if ${c}`)), tie('block'), tag(fc.constant('endif'))),
    words(
      tag(condition.map((c) => `if ${c}`)),
      tie('block'),
      tag(condition.map((c) => `elsif ${c}`)),
      tie('block'),
      tag(fc.constant('else')),
      tie('block'),
      tag(fc.constant('endif')),
    ),
    words(
      tag(condition.map((c) => `unless ${c}`)),
      tie('block'),
      tag(condition.map((c) => `elsif ${c}`)),
      tie('block'),
      tag(fc.constant('else')),
      tie('block'),
      tag(fc.constant('endunless')),
    ),
    words(
      tag(simple.map((s) => `case ${s}`)),
      tag(fc.tuple(simple, simple).map((all) => `when ${all.join(', ')}`)),
      tie('block'),
      tag(simple.map((s) => `when ${s}`)),
      tie('block'),
      tag(fc.constant('else')),
      tie('block'),
      tag(fc.constant('endcase')),
    ),
    words(
      tag(fc.tuple(name, simple, loopWords).map(([n, list, more]) => `for ${n} in ${list}${more}`)),
      tie('block'),
      tag(fc.constant('endfor')),
    ),
    words(
      tag(fc.tuple(name, simple, loopWords).map(([n, list, more]) => `for ${n} in ${list}${more}`)),
      tie('block'),
      tag(fc.constant('else')),
      tie('block'),
      tag(fc.constant('endfor')),
    ),
    tag(fc.tuple(filtered, condition).map(([one, test]) => `liquid\n assign c = ${one}\n if ${test}\n echo c\n endif`)),
  ),
}));

/** A template with everything that authors write, and what they should not. Not each of them can be parsed. */
export const template = block;

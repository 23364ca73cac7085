import { fillByClosure, fillByLiquidjs } from '@tabiji/server/templates/fill.ts';
import { readGallery } from '@tabiji/server/templates/gallery.ts';
import { checkTemplate } from '@tabiji/server/templates/check-template.ts';
import { prepare } from '@tabiji/server/templates/prepare.ts';
import { isProven, proven, sampleValues } from '@tabiji/server/templates/prove.ts';
import { renderByLiquidjs, renderLiquid } from '@tabiji/server/templates/render-liquid.ts';
import { describe, expect, test } from 'vitest';
import { attempt, parse } from './both-ways.ts';

const VALUES = {
  text: 'a<b> & "c" \'d\'',
  empty: '',
  blank: ' \n',
  zero: 0,
  float: 0.1,
  huge: 1e21,
  no: false,
  yes: true,
  nothing: null,
  list: ['a', '<b>', null, 3, ['x', 'y']],
  none: [],
  bare: {},
  nested: { deep: { er: 'ja' }, size: 'own', first: 'eins', list: [{ n: 1 }, { n: 2 }, {}] },
  half: '\ud83d',
  other: '\ude00',
  carriage: 'a\r',
  nul: 'a\0b',
  now: '2026-04-01T20:30:00.000Z',
  workspace: { timeZone: 'Asia/Tokyo' },
};

describe('closures write what liquidjs writes for', () => {
  test.each([
    '{{ nothing | default: "x" }}{{ no | default: "x" }}{{ empty | default: "x" }}{{ none | default: "x" }}{{ zero | default: "x" }}',
    '{{ no | default: "x", allow_false: true }}{{ blank | default: "x" }}{{ bare | default: "x" }}',
    '{% if zero %}0{% endif %}{% if empty %}""{% endif %}{% if none %}[]{% endif %}{% if nothing %}n{% endif %}{% if no %}f{% endif %}',
    '{% if empty == empty %}1{% endif %}{% if none == empty %}2{% endif %}{% if bare == empty %}3{% endif %}{% if blank == blank %}4{% endif %}{% if nothing == nil %}5{% endif %}{% if missing == nil %}6{% endif %}',
    '{% assign e = empty %}{% if e == "" %}1{% endif %}{% if empty == e %}2{% endif %}[{{ e }}]{% assign n = nil %}{% if n %}3{% endif %}{{ n | json }}',
    '{% if text contains "<b>" %}1{% endif %}{% if list contains "a" %}2{% endif %}{% if list contains 3 %}3{% endif %}{% if zero contains 0 %}4{% endif %}',
    '{% if yes and no or yes %}1{% endif %}{% if no or yes and no %}2{% endif %}{% if not no and yes %}3{% endif %}{% if nothing > 0 %}4{% endif %}{% if zero >= nothing %}5{% endif %}',
    '{{ missing }}{{ missing.a.b }}{{ nothing.a }}{{ text.a }}{{ nested.deep.er }}{{ nested.deep.er.x }}',
    '{{ constructor }}{{ __proto__ }}{{ bare.constructor }}{{ text.constructor }}{{ list.constructor }}{{ nested.__proto__.x }}{{ toString }}{{ bare.toString }}',
    '{{ text.size }}{{ list.size }}{{ bare.size }}{{ nested.size }}{{ nested.deep.size }}{{ zero.size }}{{ size }}{{ first }}',
    '{{ list.first }}{{ list.last }}{{ list[0] }}{{ list[-1] }}{{ list[9] }}{{ list["length"] }}{{ text[0] }}{{ text.length }}{{ nested.first }}{{ nested.last }}',
    '{{ nested["deep"]["er"] }}{{ nested[text] }}{% assign k = "deep" %}{{ nested[k].er }}{{ [k] }}{{ ["text"] }}',
    '{{ zero }}{{ float }}{{ huge }}{{ yes }}{{ no }}{{ list }}{{ bare }}{{ nested }}{{ list | json }}{{ none }}',
    '{{ "%Y" }}{{ now | date: "%Y-%m-%d" }}{{ "now" | date }}{{ text | date }}{{ nothing | date }}',
    'a  {%- if yes -%}  b  {%- endif -%}  c {{- text -}} d\n{%- comment -%} x {%- endcomment %} e',
    '{% raw %}{{ text }}{% if %}{% endraw %}{% comment %}{{ text }}{% endcomment %}{% # note %}',
    '{% assign x = text | upcase %}{{ x }}{% capture y %}<{{ x }}>{% endcapture %}{{ y }}{% assign text = "new" %}{{ text }}',
    '{% for i in list %}{{ forloop.index }}/{{ forloop.length }}:{{ i }}{% unless forloop.last %},{% endunless %}{% else %}none{% endfor %}',
    '{% for i in none %}x{% else %}none{% endfor %}{% for i in missing %}x{% else %}none{% endfor %}{% for i in list limit: 0 %}x{% else %}none{% endfor %}',
    '{% for i in list offset: 1 limit: 2 reversed %}{{ i }}{{ forloop.rindex0 }}{{ forloop.first }}{% endfor %}{% for i in list reversed limit: 2 %}{{ i }}{% endfor %}',
    '{% for i in list limit: 2 %}{{ i }}{% endfor %}{% for i in list offset: continue %}{{ i }}{% endfor %}',
    '{% for p in nested.deep %}{{ p[0] }}={{ p[1] }}{% endfor %}{% for c in text %}{{ c }}{% endfor %}{% for n in zero %}{{ n }}{% endfor %}{% for i in (2..4) %}{{ i }}{% endfor %}',
    '{% for a in list %}{% for a in (1..2) %}{{ a }}{{ forloop.index }}{% endfor %}{{ a }}{{ forloop.index }}{% endfor %}{{ a }}{{ forloop }}',
    '{% for i in (1..3) %}{% assign last = i %}{% assign i = "shadowed" %}{{ i }}{% endfor %}{{ i }}{{ last }}',
    '{% for i in (1..4) %}{% if i == 2 %}{% continue %}{% endif %}{% if i == 4 %}{% break %}{% endif %}{{ i }}{% endfor %}end',
    '{% for i in (1..2) %}{% for j in (1..3) %}{% if j == 2 %}{% break %}{% endif %}{{ j }}{% endfor %}{{ i }}{% endfor %}',
    'a{% if yes %}b{% break %}c{% endif %}d',
    '{% for i in (1..2) %}{{ forloop }}{{ forloop | json }}{{ forloop.nothing }}{{ forloop.name }}{{ forloop.next }}{{ forloop.index }}{% endfor %}',
    '{% for item in nested.list %}{{ item.n | default: "-" }}{% cycle "a", "b" %}{% cycle "g": zero, "<" %}{% endfor %}',
    '{% case zero %}{% when 0 %}null{% when 0, 1 %}again{% else %}no{% endcase %}{% case missing %}{% when nil %}nil{% endcase %}{% case text %}{% when "x" or text %}same{% endcase %}',
    '{% unless yes %}a{% elsif no %}b{% elsif yes %}c{% else %}d{% endunless %}',
    '{% if text == text and text != empty %}1{% elsif yes %}2{% else %}3{% endif %}{% liquid\n assign z = 3\n echo z\n if z > 2\n echo text\n endif %}{% echo text | upcase %}{% echo %}',
    '{{ text | escape }}{{ text | escape_once }}{{ text | strip_html }}{{ text | url_encode }}{{ text | newline_to_br }}{{ list | join: "<" }}{{ nested.list | map: "n" | join }}',
    '{{ nested.list | where: "n", 2 | json }}{{ nested.list | where_exp: "i", "i.n > 1" | size }}{{ list | sort | json }}{{ nested.list | group_by: "n" | json }}',
    '{{ half }}{{ other }}|{{ half }}|x{{ carriage }}\n|{{ carriage }}{{ blank }}|{{ nul }}',
    '"quotes" \\ \t \u2028 {{ text }}𠮷{{ half }}',
    '{{ text | slice: 0, 2 }}{{ "𠮷野" | slice: 0, 1 }}{{ missing | slice: 0 }}{{ float | plus: 0.2 }}{{ zero | divided_by: 0 }}{{ text | append: missing }}',
    '{{ text | keisho: "様" }}{{ nothing | 敬称 }}{{ huge | yen }}{{ zero | 円 }}',
    '{% increment n %}{% increment n %}{{ n }}{% decrement n %}', // left to liquidjs
    '{% tablerow i in list cols: 2 %}{{ i }}{% endtablerow %}',
  ])('%s', (text) => {
    for (const target of ['html', 'plain'] as const) {
      const part = parse(target, text)!;
      const expected = attempt(() => fillByLiquidjs(part, structuredClone(VALUES)));
      expect(expected).not.toBe('refused');
      const left = /increment|tablerow|offset: continue/.test(text); // to liquidjs
      expect(part.emit === null).toBe(left);
      expect(left ? expected : attempt(() => fillByClosure(part, structuredClone(VALUES))?.text)).toBe(expected);
    }
  });
});

const gallery = await readGallery();

test.each(gallery)('the mail $key is written by closures, the same to the byte for every sample', async (mail) => {
  const { compiled } = await checkTemplate(mail);
  const prepared = proven(prepare(compiled!, 'ja'), 'ja');
  expect([prepared.subject.emit, prepared.html.emit, prepared.text?.emit]).not.toContain(null);
  for (const values of sampleValues('ja', ['note'])) {
    const [one, other] = [renderLiquid(compiled!, values), renderByLiquidjs(compiled!, values)];
    expect(Buffer.concat(one.html.buffers)).toEqual(Buffer.from(other.html.text));
    expect([one.subject, one.html.text, one.text]).toEqual([other.subject, other.html.text, other.text]);
  }
});

test('a closure that differs for one sample is not used', () => {
  const part = parse('plain', '{{ customer.attributes.a }}')!;
  const samples = sampleValues('ja', ['a']);
  expect(isProven(part, samples)).toBe(true);
  const emit = part.emit!;
  const wrong: typeof emit = (context, out) => {
    emit(context, out);
    if (out.text === '3') out.value('!');
  };
  expect(isProven({ ...part, emit: wrong }, samples)).toBe(false);
});

test.each([
  '{% for i in (1..100000) %}{% for j in (1..100000) %}x{% endfor %}{% endfor %}',
  "{% assign s = 'xx' %}{% for i in (1..60) %}{% assign s = s | append: s %}{% endfor %}{{ s }}",
  '{% for i in (1..10000000000) %}x{% endfor %}',
])('a closure stops where liquidjs stops: %s', (text) => {
  const part = parse('html', text)!;
  expect(() => fillByClosure(part, {})).toThrow(/limit exceeded/);
});

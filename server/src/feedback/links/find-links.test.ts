import { expect, test } from 'vitest';
import { findLinks, replaceLinks } from './find-links.ts';

const targets = (html: string) => [...findLinks(html).values()];

test('links of the shop are found, each target once, as a browser reads it', () => {
  const html = `<a href="https://a.example/x?b=1&amp;c=2" style="color:red">1</a><a class=b HREF='http://b.example'>2</a>
    <a style="x"
       href="https://a.example/x?b=1&amp;c=2">3</a>`;
  expect(targets(html)).toEqual(['https://a.example/x?b=1&c=2', 'http://b.example']);
});

test.each([
  '<a href="{{ links.unsubscribe }}">stop</a>',
  '<a href="https://shop.example/{{ customer.externalId }}">mine</a>',
  '<a href="mailto:hello@shop.example">write</a>',
  '<a href="tel:0312345678">call</a>',
  '<a href="javascript:alert(1)">no</a>',
  '<a href="#top">up</a>',
  '<img src="https://shop.example/picture.png">',
  '<link href="https://fonts.example/css" rel="stylesheet">',
  '<a href="https://[bad">broken</a>',
])('%s stays as it is', (html) => {
  expect(targets(html)).toEqual([]);
  expect(replaceLinks(html, () => 'X')).toBe(html);
});

test('only the target is replaced, and the same target has the same name everywhere', () => {
  const html = '<p>https://a.example/</p><a class="b" href="https://a.example/" target="_blank">https://a.example/</a>';
  const names: string[] = [];
  const replaced = replaceLinks(html, (name) => {
    names.push(name);
    return `{{ track.${name} }}`;
  });
  expect(replaced).toBe(
    `<p>https://a.example/</p><a class="b" href="{{ track.${names[0]} }}" target="_blank">https://a.example/</a>`,
  );
  expect([...findLinks(`<a href='https://a.example/'>x</a>`).keys()]).toEqual(names);
});

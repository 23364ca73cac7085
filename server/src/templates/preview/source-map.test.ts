import { expect, test } from 'vitest';
import { DEFAULT_BRAND } from '@tabiji/shared/api/mail-settings.ts';
import { withBrand } from '../brand/brand-values.ts';
import { compileMjml } from '../compile-mjml.ts';
import { readGallery } from '../gallery.ts';
import { withMarks, withOffsets } from './source-map.ts';

const gallery = await readGallery();

async function htmlOf(mjml: string): Promise<string> {
  const compiled = await compileMjml(withBrand(mjml, DEFAULT_BRAND));
  if ('problems' in compiled) throw new Error(JSON.stringify(compiled.problems));
  return compiled.html;
}

const OWN = `<mjml><mj-head><mj-attributes><mj-all css-class="all" /><mj-text css-class="kind" />
  <mj-class name="a" css-class="by-class" /></mj-attributes></mj-head><mj-body><mj-wrapper><mj-section background-url="https://x.example/a.png"><mj-column css-class='own'>
  <mj-text>a > b</mj-text><mj-text mj-class="a b">c</mj-text><mj-image src="https://x.example/a.png" alt="x > y"/><mj-divider/>
  <!-- <mj-text>no</mj-text> --><mj-raw><b>raw</b></mj-raw></mj-column></mj-section></mj-wrapper>
  <mj-hero><mj-text>hero</mj-text></mj-hero></mj-body></mjml>`;

test.each([
  ...gallery.map(({ key, language, mjml }) => [`${key} in ${language}`, mjml] as const),
  ['classes of every kind', OWN] as const,
])('the mail that can be pointed at is the mail that is sent: %s', async (_, mjml) => {
  const marked = withOffsets(await htmlOf(withMarks(mjml)));
  expect(marked.replaceAll(/ data-src="\d+"/g, '')).toBe(await htmlOf(mjml));
  const offsets = [...marked.matchAll(/data-src="(\d+)"/g)].map(([, offset]) => Number(offset));
  expect(offsets.length).toBeGreaterThan(3);
  for (const offset of offsets) expect(mjml.slice(offset, offset + 4)).toBe('<mj-');
});

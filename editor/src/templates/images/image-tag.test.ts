import { expect, test } from 'vitest';
import { imageTag, placeForElement } from './image-tag.ts';

test('a picture is shown at half its pixels, described, and never wider than a mail', () => {
  const image = { url: 'https://a.test/i/1-x.png', alt: '"箱" & <花>', width: 800 };
  expect(imageTag(image)).toBe(
    '<mj-image src="https://a.test/i/1-x.png" alt="&quot;箱&quot; &amp; &lt;花&gt;" width="400px" />',
  );
  expect(imageTag({ ...image, width: 2400 })).toContain('width="600px"');
});

test('it stands behind the element in which the cursor is, else at the end of a column', () => {
  const mjml = '<mj-column><mj-text>ab</mj-text><mj-text>c</mj-text></mj-column>';
  expect(mjml.slice(0, placeForElement(mjml, mjml.indexOf('b')))).toBe('<mj-column><mj-text>ab</mj-text>');
  expect(mjml.slice(0, placeForElement(mjml, mjml.length - 12))).toBe(mjml.slice(0, -12));
  expect(mjml.slice(0, placeForElement(mjml, mjml.length))).toBe(mjml.slice(0, -12));
  expect(placeForElement('<mjml></mjml>', 3)).toBeUndefined();
});

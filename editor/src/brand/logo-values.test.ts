import { Brand } from '@tabiji/shared/api/mail-settings.ts';
import { expect, test } from 'vitest';
import { logoValues } from './logo-values.ts';

const image = { url: 'https://a.test/i/1-x.png', alt: '花と暦' };

test('a chosen logo brings its description, unless somebody has written one', () => {
  expect(logoValues({ logoAlt: ' ' }, image)).toEqual({ logo: image.url, logoAlt: '花と暦' });
  expect(logoValues({ logoAlt: 'お店の印' }, image)).toEqual({ logo: image.url });
  expect(logoValues({ logoAlt: '' }, { ...image, alt: '' })).toEqual({ logo: image.url });
});

test('a description longer than a brand may have is no reason not to save', () => {
  expect(Brand.safeParse(logoValues({ logoAlt: '' }, { ...image, alt: '長'.repeat(300) })).success).toBe(true);
});

import { expect, test } from 'vitest';
import { pictureValues } from './picture-values.ts';

const picture = { url: 'https://a.test/i/1-x.png', alt: '湯のみ', width: 720 };

test('a picture brings its description and size where the block has none', () => {
  const open = { src: '【画像】', alt: '【画像の説明】', width: '' };
  expect(pictureValues('src', open, picture)).toEqual({ src: picture.url, alt: '湯のみ', width: '360px' });
});

test('what somebody wrote stays, and a picture as wide as the mail fills its column', () => {
  expect(pictureValues('src', { alt: '私の言葉', width: '' }, { ...picture, width: 1200 })).toEqual({
    src: picture.url,
  });
  expect(pictureValues('src', { alt: '', width: '80px' }, { ...picture, alt: '' })).toEqual({ src: picture.url });
});

test('a block without such fields gets the address alone', () => {
  expect(pictureValues('image', { image: '' }, picture)).toEqual({ image: picture.url });
});

import sharp from 'sharp';
import { expect, test } from 'vitest';
import { shrink } from './shrink.ts';

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#ffcc00' } });

test.each([
  [{}, 1200, 600],
  [{ wide: true }, 2400, 1200],
])('what is wider than mails show is made smaller: %o', async (how, width, height) => {
  const large = await picture(3000, 1500).jpeg().toBuffer();
  expect(await shrink(large, how)).toMatchObject({ type: 'image/jpeg', width, height });
});

test('what is small enough keeps its size', async () => {
  expect(await shrink(await picture(300, 200).png().toBuffer())).toMatchObject({
    type: 'image/png',
    width: 300,
    height: 200,
  });
});

test('WebP, which not every mail program shows, becomes JPEG, or PNG where it lets something through', async () => {
  expect((await shrink(await picture(10, 10).webp().toBuffer())).type).toBe('image/jpeg');
  const clear = sharp({ create: { width: 10, height: 10, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0.5 } } });
  expect((await shrink(await clear.webp().toBuffer())).type).toBe('image/png');
});

test('what a camera writes about where it was is gone', async () => {
  const told = await picture(20, 20)
    .withExif({ IFD0: { Copyright: 'Hanako', ImageDescription: 'at home' } })
    .jpeg()
    .toBuffer();
  expect((await sharp(told).metadata()).exif).toBeDefined();
  expect((await sharp((await shrink(told)).content).metadata()).exif).toBeUndefined();
});

test('a picture that unpacks to more than memory holds is refused', async () => {
  const bomb = await picture(16_000, 16_000).png({ compressionLevel: 9 }).toBuffer();
  await expect(shrink(bomb)).rejects.toThrow(/far too large/);
});

import { expect, test } from 'vitest';
import { boxStyle, paddingOf, pictureOf, pixels, textStyle } from './styles.ts';

test('MJML’s attributes become styles, and only plain ones', () => {
  expect(paddingOf({ padding: '10px 25px', 'padding-top': '0' })).toEqual({ padding: '10px 25px', paddingTop: '0' });
  expect(textStyle({ 'font-size': '16', color: '{{ x }}', align: 'center' })).toMatchObject({
    fontSize: '16px',
    color: undefined,
    textAlign: 'center',
  });
  expect(boxStyle({ 'container-background-color': 'url(https://a.example/x)' }).background).toBeUndefined();
  expect(pixels('1.5em')).toBe('1.5em');
});

test('a picture is shown when its address is known', () => {
  expect(pictureOf('https://a.example/x.png')).toBe('https://a.example/x.png');
  expect(pictureOf('【画像】')).toBeUndefined();
  expect(pictureOf('https://a.example/{{ product.image }}')).toBeUndefined();
  expect(pictureOf('javascript:alert(1)')).toBeUndefined();
});

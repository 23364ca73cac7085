import { type Brand, FONTS } from '../api/mail-settings.ts';
import { contrast, readColour, type Rgb } from './colours.ts';

/** What `{{ brand.… }}` stands for, as text. */
export function brandValues(brand: Brand): Readonly<Record<string, string>> {
  const ground = readColour(brand.primary) ?? [0, 0, 0];
  const onPrimary = contrast(ground, [255, 255, 255]) >= contrast(ground, [0, 0, 0]) ? '#ffffff' : '#000000';
  return { ...brand, onPrimary, onDark: lightened(ground), font: FONTS[brand.font] };
}

/** Dark screens have about this ground. */
const DARK: Rgb = [0x28, 0x31, 0x3c];
const READABLE = 4.5;

/** The colour with as much white as makes it readable on a dark ground. */
function lightened(colour: Rgb): string {
  for (let white = 0; white < 1; white += 0.05) {
    const mixed = colour.map((part) => Math.round(part + (255 - part) * white)) as unknown as Rgb;
    if (contrast(mixed, DARK) >= READABLE)
      return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  }
  return '#ffffff';
}

/** The names under `brand`. */
export const BRAND_NAMES = [
  'primary',
  'onPrimary',
  'onDark',
  'text',
  'muted',
  'background',
  'surface',
  'font',
  'logo',
  'logoAlt',
  'footer',
] as const;

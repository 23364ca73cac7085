/** Red, green and blue, each 0–255. */
export type Rgb = readonly [red: number, green: number, blue: number];

const NAMED: Readonly<Record<string, Rgb>> = {
  white: [255, 255, 255],
  black: [0, 0, 0],
  red: [255, 0, 0],
  green: [0, 128, 0],
  blue: [0, 0, 255],
  gray: [128, 128, 128],
  grey: [128, 128, 128],
  silver: [192, 192, 192],
  navy: [0, 0, 128],
  orange: [255, 165, 0],
  yellow: [255, 255, 0],
};

/** A colour as CSS writes it; undefined for what is none or lets something through. */
export function readColour(text: string): Rgb | undefined {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/\s*!important$/, '');
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(word);
  if (short) return [1, 2, 3].map((at) => Number.parseInt((short[at] ?? '').repeat(2), 16)) as unknown as Rgb;
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(word);
  if (long) return [1, 2, 3].map((at) => Number.parseInt(long[at] ?? '', 16)) as unknown as Rgb;
  const rgb = /^rgb\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)$/.exec(word);
  if (rgb) return [1, 2, 3].map((at) => Math.min(255, Number(rgb[at]))) as unknown as Rgb;
  return NAMED[word];
}

/** Contrast of two colours by WCAG 2: from 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** What `invert(1) hue-rotate(180deg)` makes of a colour: an estimate of programs that darken mails by themselves. */
export function inverted(colour: Rgb): Rgb {
  const [r, g, b] = colour.map((channel) => 255 - channel) as [number, number, number];
  const turn = (x: number, y: number, z: number) => Math.max(0, Math.min(255, Math.round(x * r + y * g + z * b)));
  return [turn(-0.574, 1.43, 0.144), turn(0.426, 0.43, 0.144), turn(0.426, 1.43, -0.856)];
}

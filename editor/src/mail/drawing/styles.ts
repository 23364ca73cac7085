import type { CSSProperties } from 'react';

type Values = Readonly<Record<string, string>>;

/** What may stand in a style: not Liquid, and nothing that fetches. */
const plain = (value: string | undefined): string | undefined =>
  value === undefined || value === '' || /[{}<>]|url\(|expression/i.test(value) ? undefined : value;

const SIDES = ['top', 'right', 'bottom', 'left'] as const;

/** Padding as MJML counts it: the whole, and sides that say otherwise. */
export function paddingOf(values: Values): CSSProperties {
  const style: Record<string, string> = { padding: plain(values['padding']) ?? '0' };
  for (const side of SIDES) {
    const own = plain(values[`padding-${side}`]);
    if (own !== undefined) style[`padding${side[0]!.toUpperCase()}${side.slice(1)}`] = own;
  }
  return style;
}

const align = (value: string | undefined): CSSProperties['textAlign'] =>
  value === 'center' || value === 'right' || value === 'justify' ? value : 'left';

/** How an element's text looks in the mail. */
export const textStyle = (values: Values): CSSProperties => ({
  fontFamily: plain(values['font-family']),
  fontSize: pixels(values['font-size']),
  fontStyle: plain(values['font-style']),
  fontWeight: plain(values['font-weight']),
  lineHeight: plain(values['line-height']),
  letterSpacing: plain(values['letter-spacing']),
  textTransform: plain(values['text-transform']) as CSSProperties['textTransform'],
  color: plain(values['color']),
  textAlign: align(values['align']),
});

/** How a button looks in the mail. */
export const buttonStyle = (values: Values): CSSProperties => ({
  ...textStyle(values),
  display: 'inline-block',
  minWidth: '2em',
  padding: values['inner-padding'],
  textAlign: 'center',
  border: values['border'],
  borderRadius: pixels(values['border-radius']),
  background: values['background-color'],
});

/** The box around an element in its column. */
export const boxStyle = (values: Values): CSSProperties => ({
  ...paddingOf(values),
  background: plain(values['container-background-color']),
  textAlign: align(values['align']),
});

/** A section's or column's own ground. */
export const groundStyle = (values: Values): CSSProperties => ({
  ...paddingOf(values),
  background: plain(values['background-color'] ?? values['inner-background-color']),
  border: plain(values['border']),
  borderRadius: plain(values['border-radius']),
});

/** `16` and `16px` are the same to MJML. */
export const pixels = (value: string | undefined): string | undefined => {
  const text = plain(value);
  return text !== undefined && /^\d+(\.\d+)?$/.test(text) ? `${text}px` : text;
};

/** An address that a picture can be shown from here; undefined for one that is not written yet or differs per reader. */
export const pictureOf = (src: string | undefined): string | undefined =>
  src !== undefined && /^(https?:\/\/|\/|data:image\/)[^{【]*$/.test(src) ? src : undefined;

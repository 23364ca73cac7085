const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  copy: '©',
  reg: '®',
  trade: '™',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  times: '×',
  yen: '¥',
  euro: '€',
};
const LIQUID = /(\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\})/;

/** An entity that this product knows, such as `&amp;`, `&#39;` and `&#x3042;`. */
export const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]+));/g;

/** Text of an attribute or of HTML as people read it; Liquid stays as it is, and so do entities nobody knows. */
export const unescaped = (text: string): string =>
  outsideLiquid(text, (part) =>
    part.replaceAll(ENTITY, (written, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? written;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : written;
    }),
  );

/** A text as an attribute between double quotes says it. In Liquid `"` becomes `'`, which means the same there. */
export const escapedAttribute = (text: string): string =>
  text
    .split(LIQUID)
    .map((part, i) => (i % 2 === 1 ? part.replaceAll('"', "'") : escapedMarks(part).replaceAll('"', '&quot;')))
    .join('');

/** A text as HTML says it. */
export const escapedText = (text: string): string =>
  outsideLiquid(text, (part) => escapedMarks(part).replaceAll('\u00A0', '&nbsp;'));

const escapedMarks = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const outsideLiquid = (text: string, change: (part: string) => string): string =>
  text
    .split(LIQUID)
    .map((part, i) => (i % 2 === 1 ? part : change(part)))
    .join('');

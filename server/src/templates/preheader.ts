/** MJML writes `mj-preview` into the first, hidden div of a mail. */
const HIDDEN = /(<div style="display:none[^"]*">)([\s\S]*?)(<\/div>)/;

/** Fills lists of mails up, so that they do not go on with the mail's first words behind a short preheader. */
const PADDING = ' \u034f\u200c\u00a0'.repeat(70);

/** The same HTML with a preheader that is long enough to stand alone. */
export const withPadding = (html: string): string =>
  html.replace(HIDDEN, (whole, open: string, text: string, close: string) =>
    text.trim() === '' ? whole : `${open}${text}${PADDING}${close}`,
  );

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#34': '"',
  '#39': "'",
  nbsp: ' ',
};

/** What lists of mails show behind the subject; empty where the mail says nothing for them. */
export const preheaderOf = (html: string): string =>
  (HIDDEN.exec(html)?.[2] ?? '')
    .replaceAll(PADDING, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();

import { compile } from 'html-to-text';

/** MJML puts `mj-preview` into the first, hidden div: it repeats the beginning for the list of mails only. */
const PREHEADER = 'div[style^="display:none"]';

const convert = compile({
  wordwrap: false, // mail programs wrap; Japanese has no spaces to wrap at
  limits: { maxInputLength: 2_000_000, maxDepth: 200 }, // deeper ones would end the stack, not the mail
  formatters: {
    cell(element, walk, builder) {
      walk(element.children, builder);
      builder.addInline(' ');
    },
  },
  selectors: [
    { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'td', format: 'cell' },
    { selector: 'th', format: 'cell' },
    { selector: PREHEADER, format: 'skip' },
    { selector: 'img', format: 'skip' },
    { selector: 'a', options: { linkBrackets: false, hideLinkHrefIfSameAsText: true } },
    ...['h1', 'h2', 'h3', 'h4'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
});

/** What a mail's HTML says, as plain text. Liquid inside it stays as it is. */
export const textPart = (html: string): string => tidy(convert(html));

/** No spaces at ends of lines, no more than one empty line in a row. */
export const tidy = (text: string): string =>
  text
    .replace(/(?<![ \t\u00a0])[ \t\u00a0]+$/gm, '') // each run is looked at once
    .replace(/\n{3,}/g, '\n\n')
    .trim();

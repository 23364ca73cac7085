/** MJML elements whose content is HTML or text for the mail, not further MJML (mjml: `endingTag`). */
const WHOLE = new Set([
  'mj-accordion-text',
  'mj-accordion-title',
  'mj-button',
  'mj-carousel-image',
  'mj-html-attribute',
  'mj-navbar-link',
  'mj-preview',
  'mj-raw',
  'mj-social-element',
  'mj-style',
  'mj-table',
  'mj-text',
  'mj-title',
]);

/** HTML elements that have no end. */
const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);

/** How a text is read: MJML, or the HTML inside one of its elements. */
export interface Grammar {
  isWhole: (tag: string) => boolean;
  isVoid: (tag: string) => boolean;
}

export const MJML: Grammar = { isWhole: (tag) => WHOLE.has(tag), isVoid: () => false };
export const HTML: Grammar = { isWhole: () => false, isVoid: (tag) => VOID.has(tag) };

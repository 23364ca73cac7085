import type { Defaults } from '../source/defaults.ts';

/** Attributes for a new element where the mail's head has none for its kind, with the blank before them. */
export const unlessSet = (defaults: Defaults, tag: string, attributes: string): string =>
  defaults.tags.has(tag) ? '' : ` ${attributes}`;

/** The colour that the mail uses for buttons, else ink. */
export const accentOf = ({ tags }: Defaults): string => tags.get('mj-button')?.['background-color'] ?? '#2f5199';

/** The classes of a new element that is known by one: those that the mail gives to its kind stay. */
export const marked = ({ tags }: Defaults, tag: string, ...marks: readonly string[]): string =>
  `css-class="${[tags.get(tag)?.['css-class'] ?? '', ...marks].filter(Boolean).join(' ')}"`;

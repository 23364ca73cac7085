import type { z } from 'zod';
import type { Locale, Words } from '../../locale.ts';
import type { Defaults } from '../source/defaults.ts';
import type { MailElement } from '../source/element.ts';
import type { Field, Place } from './field.ts';

/** Where a block may stand: among the sections of a mail, or inside a column. */
export type Level = 'body' | 'column';

/** The palette's parts, in order. */
export const BLOCK_GROUPS = ['content', 'shop', 'layout'] as const;

/** What a new block is written for: it looks like the rest of the mail. */
export interface NewBlock {
  locale: Locale;
  defaults: Defaults;
}

/** Something that is offered for inserting. Most types have one; the question has two. */
export interface Offer {
  /** Unique within its type. */
  name: string;
  label: Words;
  about: Words;
  /** よみ, romaji and other words it is looked for by. */
  keywords: readonly string[];
  /** MJML whose lines are indented from nothing. */
  mjml: (context: NewBlock) => string;
}

/** Elements in a row that are one block. */
export interface Run {
  /** Index of its last element. */
  last: number;
  /** Between which two of its elements other blocks stand: indices of the elements before and behind. */
  parts: { before: number; behind: number }[];
}

/** Elements of a mail as something a marketer can take in hand. */
export interface BlockType<Values extends z.ZodObject = z.ZodObject> {
  type: string;
  /** Where the palette shows it. */
  group: (typeof BLOCK_GROUPS)[number];
  levels: readonly Level[];
  label: Words;
  /** What may be filled in; a block whose values do not fit is not of this type. */
  values: Values;
  fields: { readonly [Name in keyof z.infer<Values>]: Field<z.infer<Values>[Name]> };
  offers: readonly Offer[];
  /** Whether the element is such a block. Types are asked in the registry's order. */
  recognise: (place: Place) => boolean;
  /** Elements whose children are blocks in turn. */
  slots?: (element: MailElement) => { element: MailElement; level: Level }[];
  /** For a block of several elements in a row, of which the one asked about is the first. */
  run?: (siblings: readonly MailElement[], from: number, source: string) => Run | undefined;
  /** What people write in the drawing itself: HTML, or text without any form. */
  writable?: 'html' | 'text';
  /** A few words of this very block, for lists and for reading out; else its text. */
  summary?: (values: z.infer<Values>, locale: Locale) => string;
}

/** Fills in the types of a block's definition. */
export const defineBlock = <Values extends z.ZodObject>(definition: BlockType<Values>): BlockType<Values> => definition;

import { findElement, namesIn, type MailElement } from '../source/element.ts';
import { readElements } from '../source/read-elements.ts';
import { HTML } from '../source/tags.ts';
import type { Place } from './field.ts';

/** The HTML elements inside an MJML element that holds HTML. */
export const htmlIn = ({ source, element }: Place): MailElement[] =>
  readElements(source, HTML, element.innerStart, element.innerEnd).elements;

/** The HTML element of a class inside a block. */
export const part =
  (name: string) =>
  (place: Place): MailElement | undefined =>
    findElement(htmlIn(place), (element) => namesIn(element, 'class').includes(name));

/** The MJML element of a tag inside a block. */
export const inside =
  (tag: string, ordinal = 0) =>
  ({ element }: Place): MailElement | undefined =>
    allOf(element.children, tag)[ordinal];

const allOf = (elements: readonly MailElement[], tag: string): MailElement[] =>
  elements.flatMap((element) => [...(element.tag === tag ? [element] : []), ...allOf(element.children, tag)]);

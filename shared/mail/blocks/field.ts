import type { z } from 'zod';
import type { Words } from '../../locale.ts';
import type { TextEdit } from '../edits/text-edit.ts';
import { attributeOf, type MailElement } from '../source/element.ts';
import { escapedAttribute, escapedText, unescaped } from '../source/escape.ts';
import { resolved, type Defaults } from '../source/defaults.ts';

/** How a field is filled in: which control of the editor's form shows it. */
export type Control =
  | { kind: 'text' | 'lines' | 'link' | 'colour' | 'pixels' | 'image' | 'condition' | 'answers' | 'links' | 'name' }
  | { kind: 'choice'; choices: readonly { value: string; label: Words }[] };

/** An element with the source it stands in and what the head says. */
export interface Place {
  source: string;
  defaults: Defaults;
  element: MailElement;
}

/** One value of a block: what people call it, and where it stands in the text. */
export interface Field<Value = unknown> {
  label: Words;
  help?: Words;
  control: Control;
  schema: z.ZodType<Value>;
  read: (place: Place) => Value;
  /** Edits that lie inside the block. */
  write: (place: Place, value: Value) => TextEdit[];
}

type Described = Pick<Field, 'label' | 'help' | 'control'>;
/** Which element of a block a field is about; undefined: not there. */
type Find = (place: Place) => MailElement | undefined;

const OWN: Find = ({ element }) => element;

/** A field that is an attribute. An empty text takes the attribute away, so that the mail's own standard counts. */
export const attribute = (
  name: string,
  described: Described & { schema: z.ZodType<string> },
  find: Find = OWN,
): Field<string> => ({
  ...described,
  read: (place) => {
    const element = find(place);
    return element ? unescaped(resolved(place.defaults, element)[name] ?? '') : '';
  },
  write: (place, value) => {
    const element = find(place);
    return element ? setAttribute(element, name, value) : [];
  },
});

/** A field that is the plain text inside an element. */
export const innerText = (described: Described & { schema: z.ZodType<string> }, find: Find = OWN): Field<string> => ({
  ...described,
  read: (place) =>
    unescaped(
      innerOf(place, find)
        .replaceAll(/<br\s*\/?>/gi, '\n')
        .replaceAll(/<[^>]*>/g, ''),
    ).trim(),
  write: (place, value) => {
    const element = find(place);
    const text = escapedText(value).replaceAll('\n', '<br />');
    return element ? [{ start: element.innerStart, end: element.innerEnd, text }] : [];
  },
});

const innerOf = (place: Place, find: Find): string => {
  const element = find(place);
  return element ? place.source.slice(element.innerStart, element.innerEnd) : '';
};

/** Sets, replaces or (empty) takes away one attribute of an element. */
export function setAttribute(element: MailElement, name: string, value: string): TextEdit[] {
  const found = element.attributes.find((each) => each.name === name);
  const written = `${name}="${escapedAttribute(value)}"`;
  if (!found) {
    const at = element.attributes.at(-1)?.end ?? element.start + 1 + element.tag.length;
    return value === '' ? [] : [{ start: at, end: at, text: ` ${written}` }];
  }
  if (value === attributeOf(element, name)) return [];
  if (value !== '') return [{ start: found.start, end: found.end, text: written }];
  const before = element.attributes.findLast(({ end }) => end <= found.start);
  return [{ start: before?.end ?? element.start + 1 + element.tag.length, end: found.end, text: '' }];
}

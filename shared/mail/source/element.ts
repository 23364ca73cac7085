/** An attribute where it stands in the source; offsets are of UTF-16 units. */
export interface Attribute {
  name: string;
  /** As written: entities and Liquid are not resolved. */
  value: string;
  /** Name, sign and quotes. */
  start: number;
  end: number;
  /** Inside the quotes; where the name ends, for an attribute without a value. */
  valueStart: number;
  valueEnd: number;
}

/** An element of a mail's source and the text it takes up there. */
export interface MailElement {
  /** Lower-case. */
  tag: string;
  start: number;
  end: number;
  /** Behind the opening tag; what is inside ends at `innerEnd`. Both are `end` for `<mj-divider />`. */
  innerStart: number;
  innerEnd: number;
  attributes: Attribute[];
  /** None where MJML takes the content as it is: mj-text, mj-button, mj-raw and the like. */
  children: MailElement[];
}

/** What keeps a source from being read as elements, and where. */
export interface SourceFault {
  at: number;
  kind: 'closes nothing' | 'not closed' | 'unfinished';
  tag: string;
}

/** An attribute's value as written; undefined where the element has no such attribute. */
export const attributeOf = (element: MailElement, name: string): string | undefined =>
  element.attributes.find((each) => each.name === name)?.value;

/** The names in an attribute that lists them, such as `css-class` and `mj-class`. */
export const namesIn = (element: MailElement, attribute: string): string[] =>
  (attributeOf(element, attribute) ?? '').split(/\s+/).filter(Boolean);

/** The body of a mail. What the head says of bodies in general has the same name. */
export const bodyOf = (elements: readonly MailElement[]): MailElement | undefined =>
  elements.find(({ tag }) => tag === 'mjml')?.children.find(({ tag }) => tag === 'mj-body');

/** The first element for which a test holds, in reading order. */
export function findElement(
  elements: readonly MailElement[],
  test: (element: MailElement) => boolean,
): MailElement | undefined {
  for (const element of elements) {
    const found = test(element) ? element : findElement(element.children, test);
    if (found) return found;
  }
  return undefined;
}

import { escapedAttribute, escapedText } from '@tabiji/shared/mail/source/escape.ts';

const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'source', 'track', 'wbr']);

/** How a drawn piece of Liquid is marked in the DOM; its value is the Liquid. */
export const LIQUID = 'data-liquid';

/** The HTML of what a node holds, with its Liquid. `withoutBodies`: browsers put `tbody` into tables that had none. */
export const writtenHtml = (node: Node, withoutBodies: boolean): string =>
  [...node.childNodes].map((child) => written(child, withoutBodies)).join('');

function written(node: Node, withoutBodies: boolean): string {
  if (node instanceof Text) return escapedText(node.data);
  if (node instanceof Comment) return `<!--${node.data}-->`;
  if (!(node instanceof Element)) return '';
  const liquid = node.getAttribute(LIQUID);
  if (liquid !== null) return liquid;
  const inner = writtenHtml(node, withoutBodies);
  const tag = node.tagName.toLowerCase();
  if (tag === 'tbody' && withoutBodies) return inner;
  const attributes = [...node.attributes].map(({ name, value }) => ` ${name}="${escapedAttribute(value)}"`).join('');
  return VOID.has(tag) ? `<${tag}${attributes} />` : `<${tag}${attributes}>${inner}</${tag}>`;
}

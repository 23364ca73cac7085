import { htmlTokens, isSameHtml } from '@tabiji/shared/mail/html/tokens.ts';
import { LIQUID, writtenHtml } from './written-html.ts';

/** What may not come into this page, whatever a mail says. */
const FORBIDDEN =
  'script,style,iframe,object,embed,link,meta,base,form,input,button,textarea,select,svg,math,template,noscript';

/** The HTML of a mail's element, to be put into this page. */
export interface DrawnHtml {
  nodes: Node[];
  /** Whether writing it in place keeps all that the source says. */
  isWritable: boolean;
}

/** Whether table rows stand in it, which need a table around them. */
const isRows = (tag: string) => tag === 'mj-table';

/**
 * Makes nodes of a mail's HTML. Liquid becomes marks that are taken as a whole; scripts and the like are left out, and
 * what is left out can then only be edited in the source.
 */
export function drawnHtml(html: string, tag: string, label: (liquid: string) => string): DrawnHtml {
  const marked = htmlTokens(html)
    .map(({ kind, text }) => (kind === 'liquid' ? `<span ${LIQUID}="${attribute(text)}"></span>` : text))
    .join('');
  const text = isRows(tag) ? `<table>${marked}</table>` : marked;
  const { body } = new DOMParser().parseFromString(`<body>${text}</body>`, 'text/html');
  for (const element of body.querySelectorAll(FORBIDDEN)) element.remove();
  for (const element of body.querySelectorAll('*')) disarm(element);
  const root = isRows(tag) ? body.firstElementChild : body;
  const withoutBodies = !/<tbody/i.test(html);
  const isWhole = root !== null && (!isRows(tag) || body.childNodes.length === 1);
  const isWritable = isWhole && isSameHtml(writtenHtml(root, withoutBodies), html);
  for (const mark of body.querySelectorAll(`[${LIQUID}]`)) {
    mark.textContent = label(mark.getAttribute(LIQUID) ?? '');
    mark.setAttribute('contenteditable', 'false');
  }
  return { nodes: [...body.childNodes], isWritable };
}

function disarm(element: Element): void {
  for (const { name, value } of Array.from(element.attributes)) {
    const isCode = name.startsWith('on') || /^\s*(javascript|vbscript|data:text)/i.test(value);
    if (isCode || name === 'id' || name === 'contenteditable') element.removeAttribute(name);
  }
}

const attribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

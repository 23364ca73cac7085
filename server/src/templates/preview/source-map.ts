import { withoutComments } from '../mjml-source.ts';

/** Elements that are seen in a mail and can be pointed at. */
const SEEN =
  /^mj-(wrapper|section|group|column|hero|text|table|button|image|divider|spacer|social|social-element|navbar|navbar-link|accordion|accordion-element|carousel|raw)$/;
const TAG = /<(mj-[\w-]+)((?:\s+(?:"[^"]*"|'[^']*'|[^<>"'])*?)?)(\/?)>/g;
const MARK = 'tabiji-src-';

/**
 * MJML whose elements carry, as one more class, the offset at which each of them begins in the source. A class given by
 * the element itself, its mj-class or mj-attributes stays.
 */
export function withMarks(mjml: string): string {
  const bare = withoutComments(mjml);
  const inherited = classesOf(bare);
  let marked = '';
  let at = 0;
  for (const { 0: tag, 1: name = '', 2: attributes = '', index } of bare.matchAll(TAG)) {
    if (!SEEN.test(name) || name === 'mj-raw' || isInHead(bare, index)) continue;
    const own = /\scss-class\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes);
    const classes = own ? (own[1] ?? own[2] ?? '') : inherited(name, attributes);
    const marks = ` css-class="${`${classes} ${MARK}${index}`.trim()}"`;
    const rest = own ? attributes.replace(own[0], () => '') : attributes;
    marked += `${mjml.slice(at, index)}<${name}${marks}${rest}`;
    at = index + 1 + name.length + attributes.length;
    if (tag.endsWith('/>') && !marked.endsWith(' ')) marked += ' ';
  }
  return marked + mjml.slice(at);
}

/** Turns the marks of `withMarks` into `data-src` attributes; without those the HTML is what compiling the bare source gives. */
export const withOffsets = (html: string): string =>
  html.replace(/ class="([^"]*)"/g, (whole, classes: string) => {
    if (!classes.includes(MARK)) return whole;
    const words = classes.split(' ');
    const offset = words.find((word) => /^tabiji-src-\d+$/.test(word))?.slice(MARK.length);
    const kept = words.filter((word) => !word.startsWith(MARK)).join(' ');
    const isOutlook = offset === undefined;
    const rest = kept === '' && !isOutlook ? '' : ` class="${kept}"`;
    return isOutlook ? rest : `${rest} data-src="${offset}"`;
  });

const isInHead = (source: string, index: number): boolean => {
  const end = source.indexOf('</mj-head>');
  return end >= 0 && index < end;
};

/** What an element without a class of its own gets from the head: mj-class before its kind before mj-all. */
function classesOf(source: string): (name: string, attributes: string) => string {
  const head = /<mj-attributes\b[^>]*>([\s\S]*?)<\/mj-attributes>/.exec(source)?.[1] ?? '';
  const byKind = new Map<string, string>();
  const byClass = new Map<string, string>();
  for (const [, kind = '', attributes = ''] of head.matchAll(TAG)) {
    const classes = attribute(attributes, 'css-class');
    if (classes === undefined) continue;
    if (kind === 'mj-class') byClass.set(attribute(attributes, 'name') ?? '', classes);
    else byKind.set(kind, classes);
  }
  return (name, attributes) => {
    const named = (attribute(attributes, 'mj-class') ?? '').split(/\s+/).flatMap((one) => byClass.get(one) ?? []);
    return named.length > 0 ? named.join(' ') : (byKind.get(name) ?? byKind.get('mj-all') ?? '');
  };
}

const attribute = (attributes: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found ? (found[1] ?? found[2]) : undefined;
};

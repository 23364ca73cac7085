/** Mails have some hundred; finding out what is wrong with so many would take longer than is waited for. */
const MOST_ELEMENTS = 3000;
const MOST_TAGS = 40_000;
/**
 * Each rule that is written into tags is looked for in all of them; a mail has some 20 rules and 500 tags. Attributes of a
 * class are copied wherever its name stands; a mail has some 20 of them and 500 names.
 */
const MOST_MATCHES = 500_000;

/** Tags inside one another; tables of old mails go to some twenty. */
const DEEPEST = 300;
const HOLDS = /<(\/?)(?:div|table|span|a|b|i|u|p|font|center|blockquote|ul|ol|strong|em)(?=[\s/>])/gi;

/** Whether compiling a source would take longer than any mail is worth, seen without reading it. */
export function isTooMuch(mjml: string): boolean {
  if (count(mjml, '<mj', MOST_ELEMENTS) > MOST_ELEMENTS) return true;
  const tags = count(mjml, '<', MOST_TAGS);
  if (tags > MOST_TAGS || isDeeper(mjml)) return true;
  if (copiedAttributes(mjml) > MOST_MATCHES) return true;
  return (inlinedRules(mjml) + count(mjml, '<mj-selector')) * tags > MOST_MATCHES;
}

/** No fewer than are copied to elements by `<mj-attributes>`. */
function copiedAttributes(mjml: string): number {
  const most = mjml.split('<').reduce((widest, tag) => Math.max(widest, count(tag, '=')), 0);
  const names = mjml
    .split('mj-class')
    .slice(1)
    .map((part) => (part.split(/["']/, 2)[1] ?? '').trim().split(/\s+/).length)
    .reduce((sum, n) => sum + n, 0);
  return most * (count(mjml, '<mj') + names);
}

function isDeeper(mjml: string): boolean {
  let depth = 0;
  for (const [, end] of mjml.matchAll(HOLDS)) {
    depth += end ? -1 : 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** The rules of all `<mj-style inline="inline">`. */
function inlinedRules(mjml: string): number {
  let rules = 0;
  for (const part of mjml.split('<mj-style').slice(1)) {
    const open = part.indexOf('>');
    if (part.slice(0, open).includes('inline')) rules += count(part.slice(open).split('</mj-style', 1)[0] ?? '', '{');
  }
  return rules;
}

/** How often a text has a part; counts no further than one more than `most`. */
function count(text: string, part: string, most = Infinity): number {
  let found = 0;
  for (let at = text.indexOf(part); at >= 0 && found <= most; at = text.indexOf(part, at + part.length)) found += 1;
  return found;
}

/** What is being written at the end of a piece of MJML. */
export type Place =
  | { kind: 'element'; typed: string; parent: string | undefined }
  | { kind: 'attribute'; typed: string; element: string; has: string[] }
  | { kind: 'choice'; typed: string; element: string; attribute: string };

const VALUE = /<(mj[\w-]*)\s[^<>]*?\s?([\w-]+)=(?:"([^"<>]*)|'([^'<>]*))$/;
const ATTRIBUTE = /<(mj[\w-]*)((?:\s+[\w-]+=(?:"[^"]*"|'[^']*'))*)\s+([\w-]*)$/;
const ELEMENT = /<([\w-]*)$/;
const TAG = /<(\/?)(mj[\w-]*)\b(?:"[^"]*"|'[^']*'|[^"'>])*?(\/?)>/g;

/** @param before the source up to the cursor */
export function placeAt(before: string): Place | undefined {
  const value = VALUE.exec(before);
  if (value) {
    return { kind: 'choice', typed: value[3] ?? value[4] ?? '', element: value[1] ?? '', attribute: value[2] ?? '' };
  }
  const attribute = ATTRIBUTE.exec(before);
  if (attribute) {
    const has = [...(attribute[2] ?? '').matchAll(/\s([\w-]+)=/g)].map(([, name = '']) => name);
    return { kind: 'attribute', typed: attribute[3] ?? '', element: attribute[1] ?? '', has };
  }
  const element = ELEMENT.exec(before);
  if (element) return { kind: 'element', typed: element[1] ?? '', parent: openAt(before) };
  return undefined;
}

/** The innermost element that is not closed. */
function openAt(before: string): string | undefined {
  const open: string[] = [];
  for (const [, closing, name = '', selfClosing] of before.replace(/<!--[\s\S]*?-->/g, '').matchAll(TAG)) {
    if (selfClosing) continue;
    if (!closing) open.push(name);
    else if (open.at(-1) === name) open.pop();
  }
  return open.at(-1);
}

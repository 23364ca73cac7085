const PREVIEW = /<mj-preview\b[^>]*>([\s\S]*?)<\/mj-preview>/;

/** What lists of mails show behind the subject, as the source says it; null where it says nothing. */
export const preheaderIn = (mjml: string): string | null => {
  const found = PREVIEW.exec(mjml)?.[1];
  return found === undefined ? null : decoded(found.trim());
};

/** The source with another preheader; head and element are added where they are missing. */
export function withPreheader(mjml: string, text: string): string {
  const element = `<mj-preview>${encoded(text)}</mj-preview>`;
  if (PREVIEW.test(mjml)) return mjml.replace(PREVIEW, () => element);
  const head = /<mj-head\b[^>]*>/.exec(mjml);
  if (head && !head[0].endsWith('/>')) {
    const at = head.index + head[0].length;
    return `${mjml.slice(0, at)}\n    ${element}${mjml.slice(at)}`;
  }
  const root = /<mjml\b[^>]*>/.exec(mjml);
  if (!root) return mjml;
  const at = root.index + root[0].length;
  const rest = mjml.slice(at).replace(/^\s*<mj-head\b[^>]*\/>/, '');
  return `${mjml.slice(0, at)}\n  <mj-head>\n    ${element}\n  </mj-head>${rest}`;
}

/** Liquid stays as it is: only what would open a tag is written differently. */
const encoded = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/&(?!#?\w+;)/g, '&amp;')
    .replaceAll('<', '&lt;');
const decoded = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

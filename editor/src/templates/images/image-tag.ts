import type { ImageRow } from '@tabiji/shared/api/images.ts';

const WIDEST = 600;

/** The element that shows a picture: half its size in pixels, since it is kept for fine screens, but never wider than a mail. */
export function imageTag({ url, alt, width }: Pick<ImageRow, 'url' | 'alt' | 'width'>): string {
  const shown = Math.min(WIDEST, Math.ceil(width / 2));
  return `<mj-image src="${url}" alt="${escaped(alt)}" width="${shown}px" />`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Where an element of a column may stand nearest after a place in the source; undefined where there is no column. */
export function placeForElement(mjml: string, at: number): number | undefined {
  const after = /<\/mj-(?:text|image|button|divider|spacer|table|social)>|<mj-(?:image|divider|spacer)\b[^<>]*\/>/g;
  after.lastIndex = Math.max(0, at - 1);
  const close = after.exec(mjml);
  const columnEnd = mjml.indexOf('</mj-column>', at);
  if (close && (columnEnd < 0 || close.index < columnEnd)) return close.index + close[0].length;
  if (columnEnd >= 0) return columnEnd;
  const last = mjml.lastIndexOf('</mj-column>');
  return last < 0 ? undefined : last;
}

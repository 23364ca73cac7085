/** Full-width letters, digits and signs as their plain forms, blanks at the ends gone: `１４ ` → `14`. */
export const plain = (text: string): string => text.normalize('NFKC').trim();

/** A whole or decimal number out of what people type (`１，２００` → 1200); undefined when it is none. */
export function numberFrom(text: string): number | undefined {
  const digits = plain(text)
    .replaceAll(/[,\s]/g, '')
    .replace(/^[−ー‐]/, '-');
  return /^-?\d+(\.\d+)?$/.test(digits) ? Number(digits) : undefined;
}

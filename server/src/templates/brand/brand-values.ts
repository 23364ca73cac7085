import type { Brand } from '@tabiji/shared/api/mail-settings.ts';
import { brandValues } from '@tabiji/shared/mail/brand-values.ts';

const OUTPUT = /\{\{-?\s*brand\.(\w+)\s*-?\}\}/g;
const TAG = /\{%[\s\S]*?%\}/g;

/**
 * Puts the brand in before MJML is compiled, so that colours and addresses may stand in attributes. These are the
 * shop's own settings, never a customer's data. Lines stay lines: problems are told where the author wrote them.
 */
export function withBrand(mjml: string, brand: Brand): string {
  if (!mjml.includes('brand.')) return mjml;
  const values = brandValues(brand);
  return mjml
    .replace(OUTPUT, (whole, name: string) => (Object.hasOwn(values, name) ? escaped(values[name] ?? '') : whole))
    .replace(TAG, (tag) =>
      tag.replace(/\bbrand\.(\w+)\b/g, (whole, name: string) =>
        Object.hasOwn(values, name) ? literal(values[name] ?? '') : whole,
      ),
    );
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('{', '&#123;')
    .replaceAll('}', '&#125;')
    .replace(/\r\n?|\n/g, '<br />');

/** Only whether there is something can be asked. */
const literal = (text: string): string => (text === '' ? 'nil' : 'true');

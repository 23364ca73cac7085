import { sha256 } from '../../hash.ts';
import { checkTemplate, type TemplateSource } from '../../templates/check-template.ts';
import type { CompiledTemplate } from '../../templates/render-liquid.ts';

const MOST_KEPT = 200;
/** By what they were made from: a draft is tried many times between two changes of a template. */
const kept = new Map<string, CompiledTemplate | undefined>();

/** A template as publishing would fix it now; undefined where it cannot be rendered. */
export async function compiledTemplate({ subject, mjml }: TemplateSource): Promise<CompiledTemplate | undefined> {
  const name = sha256(`${subject}\0${mjml}`, 'hex');
  const known = kept.get(name);
  if (known) return known;
  const compiled = (await checkTemplate({ subject, mjml })).compiled ?? undefined;
  kept.set(name, compiled);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  return compiled;
}

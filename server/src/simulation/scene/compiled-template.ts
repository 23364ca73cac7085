import type { MailSettings } from '@tabiji/shared/api/mail-settings.ts';
import { sha256 } from '../../hash.ts';
import { checkMail, type MailSource } from '../../templates/check-mail.ts';
import type { CompiledTemplate } from '../../templates/render-liquid.ts';

const MOST_KEPT = 200;
/** By what they were made from: a draft is tried many times between two changes of a template. */
const kept = new Map<string, CompiledTemplate | undefined>();

/** A template as publishing would fix it now; undefined where it cannot be rendered. */
export async function compiledTemplate(
  { key, subject, mjml, language, variants }: MailSource & { key: string },
  ours: string,
  { brand, utm }: Pick<MailSettings, 'brand' | 'utm'>,
): Promise<CompiledTemplate | undefined> {
  const source = { subject, mjml, language: language ?? ours, variants };
  const name = sha256(JSON.stringify({ key, source, brand, utm }), 'hex');
  const known = kept.get(name);
  if (known) return known;
  const compiled =
    (await checkMail(source, { language: ours, settings: { brand, utm }, campaign: key })).compiled ?? undefined;
  kept.set(name, compiled);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  return compiled;
}

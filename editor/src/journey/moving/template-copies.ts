import { SaveTemplate } from '@tabiji/shared/api/mail.ts';
import i18next from 'i18next';
import { mails } from '../../api/mails.ts';

/** A key for a copy of a template: the first of `thanks-2`, `thanks-3` … that is not known. */
export function copyKey(key: string, known: ReadonlySet<string>): string {
  const stem = key.replace(/-\d+$/, '').slice(0, 90);
  for (let n = 2; ; n++) if (!known.has(`${stem}-${n}`)) return `${stem}-${n}`;
}

/** Makes copies of templates, each with the same content under a key of its own. @returns old key → key of the copy */
export async function copyTemplates(keys: readonly string[], known: ReadonlySet<string>): Promise<Map<string, string>> {
  const taken = new Set(known);
  const copies = new Map<string, string>();
  for (const key of keys) {
    const copy = copyKey(key, taken);
    taken.add(copy);
    const content = SaveTemplate.strip().parse(await mails.templates.get(key));
    const name = i18next.t('moving:rebind.copyOf', { name: content.name }).slice(0, 200);
    await mails.templates.save(copy, { ...content, name });
    copies.set(key, copy);
  }
  return copies;
}

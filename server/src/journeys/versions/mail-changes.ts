import type { MailChange } from '@tabiji/shared/api/versions.ts';
import type { MailSettings } from '@tabiji/shared/api/mail-settings.ts';
import { templatesIn } from '@tabiji/shared/journey/file/mentioned.ts';
import { inWorkspace } from '../../db/in-workspace.ts';
import type { Db } from '../../db/database.ts';
import { getMailSettings } from '../../templates/brand/settings.sql.ts';
import { checkMail } from '../../templates/check-mail.ts';
import { sampleValues } from '../../templates/preview/values-for.ts';
import { type CompiledTemplate, renderLiquid } from '../../templates/render-liquid.ts';
import { findTemplates, loadVersions, type TemplateRecord } from '../../templates/templates.sql.ts';
import { getJourney } from '../journeys.sql.ts';
import { getVersions } from '../versions.sql.ts';
import { documentOf } from '../what-to-publish.ts';

type Mails = ReadonlyMap<string, CompiledTemplate>;

/** The mails that a publish would change, as a sample customer gets them now and would get them. */
export async function mailChanges(
  db: Db,
  workspaceId: number,
  journeyId: number,
  restore?: number,
): Promise<MailChange[]> {
  const { before, after, written, names, values, settings, ours } = await inWorkspace(
    db,
    workspaceId,
    async (trx, here) => {
      const journey = await getJourney(trx, here.id, journeyId);
      const document = await documentOf(trx, here, journey, { restore });
      const [live] =
        journey.version === null
          ? []
          : await getVersions(trx, here.id, [{ journey: journeyId, version: journey.version }]);
      const pinned = { ...live?.templates };
      const compiled = await loadVersions(trx, here, [
        ...Object.values(pinned),
        ...Object.values(document.templates ?? {}),
      ]);
      const byKey = (pins: Record<string, number>): Mails =>
        new Map(Object.entries(pins).flatMap(([key, id]) => (compiled.has(id) ? [[key, compiled.get(id)!]] : [])));
      const keys = templatesIn(document.graph);
      const found = await findTemplates(trx, here, [...new Set([...keys, ...Object.keys(pinned)])]);
      return {
        before: byKey(pinned),
        after: document.templates && byKey(document.templates),
        written: found.filter(({ key }) => keys.includes(key)),
        names: new Map(found.map(({ key, name }) => [key, name])),
        values: await sampleValues(trx, here),
        ours: here.locale,
        settings: await getMailSettings(trx, here),
      };
    },
  );
  const next = after ?? (await compiledNow(written, settings, ours));
  const keys = [...new Set([...before.keys(), ...next.keys()])].toSorted();
  return keys.flatMap((template): MailChange[] => {
    const [old, now] = [before.get(template), next.get(template)];
    const languages = [...new Set([old, now].flatMap((mail) => Object.keys(mail?.variants ?? {})))].toSorted();
    const side = (mail: CompiledTemplate | undefined): MailChange['before'] => {
      if (!mail) return null;
      const { subject, html } = renderLiquid(mail, values);
      return { subject, html: html.text, source: mail.html };
    };
    const name = names.get(template) ?? template;
    return [null, ...languages].flatMap((language): MailChange[] => {
      const of = (mail: CompiledTemplate | undefined) => (language === null ? mail : mail?.variants?.[language]);
      const [was, is] = [of(old), of(now)];
      if (was?.subject === is?.subject && was?.html === is?.html) return [];
      const change = !was ? 'added' : is ? 'changed' : 'removed';
      return [{ template, name, language, change, before: side(was), after: side(is) }];
    });
  });
}

async function compiledNow(
  templates: readonly TemplateRecord[],
  settings: MailSettings,
  ours: string,
): Promise<Map<string, CompiledTemplate>> {
  const mails = new Map<string, CompiledTemplate>();
  for (const { key, ...source } of templates) {
    const { compiled } = await checkMail(source, { settings, campaign: key, language: ours });
    if (compiled) mails.set(key, compiled);
  }
  return mails;
}

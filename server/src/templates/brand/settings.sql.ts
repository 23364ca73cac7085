import { sql } from 'kysely';
import { MailSettings, type SaveMailSettings } from '@tabiji/shared/api/mail-settings.ts';
import type { Trx } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';

/** What all mails of the workspace share; what was never set is as we made it. */
export async function getMailSettings(trx: Trx, here: Here): Promise<MailSettings> {
  const row = await trx
    .selectFrom('mail_setting')
    .select(['brand', 'utm', 'testers'])
    .where('workspace_id', '=', here.id)
    .executeTakeFirst();
  return MailSettings.parse({ brand: row?.brand ?? {}, utm: row?.utm ?? null, testers: row?.testers ?? [] });
}

/** Replaces those parts that are given. */
export async function saveMailSettings(trx: Trx, here: Here, { brand, utm, testers }: SaveMailSettings): Promise<void> {
  await sql`insert into mail_setting (workspace_id) values (${here.id}) on conflict do nothing`.execute(trx);
  const change = {
    ...(brand && { brand: JSON.stringify(brand) }),
    ...(utm !== undefined && { utm: utm === null ? null : JSON.stringify(utm) }),
    ...(testers && { testers: JSON.stringify(testers) }),
  };
  if (Object.keys(change).length === 0) return;
  await trx.updateTable('mail_setting').set(change).where('workspace_id', '=', here.id).execute();
}
